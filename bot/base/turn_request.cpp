#include "base/turn_request.h"

namespace attune {

std::string_view name_of(RefusalCode code) {
    switch (code) {
        case RefusalCode::unknown_token:
            return "unknown_token";
        case RefusalCode::id_reused:
            return "id_reused";
        case RefusalCode::too_long:
            return "too_long";
        case RefusalCode::not_kept:
            return "not_kept";
        case RefusalCode::busy:
            return "busy";
        case RefusalCode::too_fast:
            return "too_fast";
    }
    return "";
}

}  // namespace attune
