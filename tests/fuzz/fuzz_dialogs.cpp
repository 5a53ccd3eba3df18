// Any bytes at all, as the files that people write: the checker says what is wrong, and never
// crashes, loops or speaks of itself. For libFuzzer; README.md of this folder says how to run it.
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>

#include "dialog/load.h"
#include "dialog/problem_table.h"
#include "rehearse/conversation_test.h"
#include "tests/support/edition.h"

using namespace attune;

namespace {

// A problem that has no row, or no words, is as bad as a crash.
void look_at(const Problems& problems) {
    for (const Problem& problem : problems.list) {
        if (dialog::find_problem(problem.number) == nullptr) std::abort();
        if (problem.what.empty() || problem.mend.empty()) std::abort();
        if (to_text(problem).empty()) std::abort();
    }
}

void read_as_source(const std::string& path, const std::string& content) {
    dialog::Sources sources{{"defaults/en.json", test::small_defaults()}};
    sources["shared/breathe.json"] =
        test::dialog_file("shared/breathe", R"("in": [ { "say": "In." }, { "return": true } ])");
    sources[path] = content;
    look_at(dialog::compile(sources, "").problems);
}

void read_as_tests(const std::string& content) {
    static const dialog::EditionPtr edition = test::edition_with(
        R"({ "ask": "How?", "as": "heat", "answer": { "scale": [0, 10] } }, { "end": "Bye." })");
    const dialog::SourceFile source("talk.test.json", content);
    if (auto read = rehearse::read_tests(source, content, *edition); !read) look_at(read.error());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string content(reinterpret_cast<const char*>(data), size);
    const auto has = [&content](const char* key) { return content.find(key) != content.npos; };
    if (has("\"tests\"")) {
        read_as_tests(content);
    } else if (has("\"yes label\"")) {
        read_as_source("defaults/en.json", content);
    } else if (has("\"for\"")) {
        read_as_source("person.json", content);
    } else {
        read_as_source("talk.json", content);
    }
    return 0;
}
