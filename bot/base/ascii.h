// Classes of single bytes in files that we define, whatever the machine's locale.
#pragma once

namespace attune {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace attune
