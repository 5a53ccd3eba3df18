#include "turns/refusals.h"

namespace attune::turns {

namespace {

constexpr std::chrono::milliseconds soon = std::chrono::seconds(2);

const char* sentence_of(RefusalCode code) {
    switch (code) {
        case RefusalCode::unknown_token:
            return "I do not find your place here.";
        case RefusalCode::id_reused:
            return "This was sent before with other words. Please send it again.";
        case RefusalCode::too_long:
            return "This is longer than I can keep in one piece. Please send it in two.";
        case RefusalCode::not_kept:
            return "Could not keep that just now. Please send it again in a moment.";
        case RefusalCode::busy:
            return "Many are writing just now. Please send it again in a moment.";
        case RefusalCode::too_fast:
            return "That was very quick. Please send it again in a moment.";
    }
    return "";
}

bool helps_to_try_again(RefusalCode code) {
    return code == RefusalCode::not_kept || code == RefusalCode::busy ||
           code == RefusalCode::too_fast;
}

}  // namespace

Refused refuse(RefusalCode code, const std::string& id, const std::string& line) {
    Refused refused(code);
    refused.id = id;
    refused.message = line.empty() ? sentence_of(code) : line;
    if (helps_to_try_again(code)) refused.retry_after = soon;
    return refused;
}

std::string id_of(const TurnRequest& request) {
    const auto* arrival = std::get_if<Arrival>(&request);
    return arrival == nullptr ? std::string() : arrival->id;
}

}  // namespace attune::turns
