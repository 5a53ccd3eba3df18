// A tool of the build: reads lists of words (one a line) and writes the entries of a WordList.
//   make_word_list LANGUAGE OUT FILE…
#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "words/folding.h"
#include "words/lists/word_graph.h"

namespace {

// Shorter words are never near a word that a slip is forgiven in.
constexpr std::size_t shortest = 4;

bool is_plain(const std::string& word) {
    return word.size() >= shortest && std::all_of(word.begin(), word.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || c == '\'';
           });
}

std::vector<std::string> words_of(const std::string& language, int files, char** names) {
    std::vector<std::string> words;
    for (int i = 0; i < files; ++i) {
        std::ifstream file(names[i]);
        if (!file) throw std::runtime_error(std::string("cannot read ") + names[i]);
        for (std::string line; std::getline(file, line);) {
            std::string word = attune::words::fold_word(line, language);
            if (word.ends_with("'s")) continue;  // WordList::contains knows this ending
            if (is_plain(word)) words.push_back(std::move(word));
        }
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

void write(const std::string& name, const std::vector<std::uint32_t>& entries) {
    std::ofstream file(name, std::ios::binary);
    file.write(
        reinterpret_cast<const char*>(entries.data()),
        static_cast<std::streamsize>(entries.size() * sizeof(std::uint32_t)));
    if (!file.flush()) throw std::runtime_error("cannot write " + name);
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) {
        std::cerr << "make_word_list LANGUAGE OUT FILE…\n";
        return 2;
    }
    try {
        const auto words = words_of(arguments[1], count - 3, arguments + 3);
        if (words.empty()) throw std::runtime_error("no words");
        write(arguments[2], attune::words::word_graph(words));
    } catch (const std::exception& error) {
        std::cerr << "make_word_list: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
