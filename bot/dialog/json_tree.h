// JSON as people wrote it: a tree whose every key and value knows its line and column. Comments and
// a BOM are allowed; a repeated key, and anything broken, is said in plain words at its true place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problems.h"
#include "dialog/problem_wording.h"

namespace attune::dialog {

struct Spot {
    int line = 0;    // from 1
    int column = 0;  // from 1, in code points
    int length = 1;  // code points, up to the end of the line
};

struct Member;

struct Node {
    enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

    Kind kind = Kind::null;
    Spot spot;               // the value's first sign; a string's spot covers its quotes
    std::size_t offset = 0;  // the first byte in the file
    bool truth = false;
    std::string text;             // a string's decoded value; a number as it was written
    std::vector<Node> items;      // array
    std::vector<Member> members;  // object, in the order of the file

    const Member* find(std::string_view key) const;
};

struct Member {
    std::string key;
    Spot key_spot;
    Node value;
};

// "text", "a list", "an object", "a number", "yes or no (true or false)", "nothing (null)"
std::string_view name_of(Node::Kind kind);

// A file of people's as it stands; `content` must outlive it.
class SourceFile {
public:
    SourceFile(std::string shown_name, std::string_view content);

    const std::string& name() const { return name_; }
    // Without its end; bytes that are no UTF-8 are shown as "�".
    std::string line(int number) const;
    // The place of bytes [at, at + length) of the file; the mark ends with the line.
    Spot spot(std::size_t at, std::size_t length) const;
    // The place of bytes [at, at + length) of a string node's decoded value.
    Spot inside(const Node& string_node, std::size_t at, std::size_t length) const;
    Problem problem(std::string number, Spot spot, Wording words) const;

private:
    std::string name_;
    std::string_view content_;
    std::vector<std::size_t> line_starts_;
};

constexpr std::size_t max_json_depth = 100;
constexpr std::size_t max_file_bytes = 4 << 20;  // a long dialog has a hundredth of that

struct ParsedJson {
    // None if it is so broken that nobody can say what was meant; it may be there beside problems,
    // mended, so that the rest can be checked.
    std::optional<Node> root;
    Problems problems;  // numbers A1xx
};

ParsedJson parse_json(const SourceFile& file, std::string_view content);

}  // namespace attune::dialog
