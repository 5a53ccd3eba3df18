#include "turns/profile.h"

#include <algorithm>

#include "base/binary.h"
#include "base/moment.h"

namespace attune::turns {

namespace {

constexpr std::uint8_t profile_form = 1;
constexpr std::size_t longest_tag = 35;  // RFC 5646, 4.4.1

bool is_language_tag(std::string_view text) {
    if (text.size() < 2 || text.size() > longest_tag) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    });
}

}  // namespace

engine::Profile with_manners(engine::Profile profile, const Manners& manners) {
    if (manners.locale != profile.language && is_language_tag(manners.locale)) {
        profile.language = manners.locale;
    }
    if (manners.timezone != profile.zone && is_zone(manners.timezone)) {
        profile.zone = manners.timezone;
    }
    return profile;
}

engine::Profile fitted(
    engine::Profile profile, const dialog::EditionPtr& pinned, const dialog::EditionPtr& live) {
    const std::size_t of_pinned = pinned == nullptr ? 0 : pinned->person.size();
    const std::size_t of_live = live == nullptr ? 0 : live->person.size();
    profile.variables.resize(std::max(of_pinned, of_live));
    return profile;
}

bool kept_alike(const engine::Profile& a, const engine::Profile& b) {
    return a.language == b.language && a.zone == b.zone;
}

Bytes encode_profile(const engine::Profile& profile) {
    Bytes stored;
    BinaryWriter out(stored);
    out.byte(profile_form);
    out.bytes(profile.language);
    out.bytes(profile.zone);
    return stored;
}

engine::Profile decode_profile(BytesView stored) {
    BinaryReader in(stored);
    if (in.byte() != profile_form) throw BinaryError("a newer form of profiles");
    engine::Profile profile;
    profile.language = in.bytes();
    profile.zone = in.bytes();
    if (!in.at_end()) throw BinaryError("more bytes than a profile");
    return profile;
}

}  // namespace attune::turns
