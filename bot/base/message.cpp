#include "base/message.h"

namespace attune {

std::string_view name_of(AnswerKind kind) {
    switch (kind) {
        case AnswerKind::yes_no:
            return "yes or no";
        case AnswerKind::choose:
            return "choose";
        case AnswerKind::choose_many:
            return "choose many";
        case AnswerKind::scale:
            return "scale";
        case AnswerKind::number:
            return "number";
        case AnswerKind::text:
            return "text";
        case AnswerKind::long_text:
            return "long text";
        case AnswerKind::date:
            return "date";
        case AnswerKind::time:
            return "time";
        case AnswerKind::contact:
            return "contact";
    }
    return "";
}

}  // namespace attune
