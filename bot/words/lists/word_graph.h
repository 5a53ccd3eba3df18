// Makes the entries of a WordList.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace attune::words {

// `sorted`: in order of bytes, each word once. Throws std::length_error if they are too many.
std::vector<std::uint32_t> word_graph(const std::vector<std::string>& sorted);

}  // namespace attune::words
