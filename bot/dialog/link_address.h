// Where a link of a dialog may lead: a page (https:), or a number to call or to write to (tel:,
// sms:).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attune::dialog {

constexpr std::size_t max_address_bytes = 2000;

// How to mend an address that no link may have; nothing: it may be given.
std::optional<std::string> mend_of_address(std::string_view address);

}  // namespace attune::dialog
