// The tree by nlohmann's SAX events: they carry no place, but the lexer reads through an iterator
// of ours that counts, and a token begins at the first sign behind the one before.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <tuple>

#include "dialog/json_diagnosis.h"
#include "dialog/json_repair.h"
#include "dialog/json_tree.h"
#include "words/words.h"

namespace attune::dialog {

namespace {

// Tells how far the lexer has read.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}

    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        *furthest_ = ++at_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
    bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

private:
    const char* at_;
    const char** furthest_;
};

Problem problem_of(const SourceFile& file, const JsonFault& fault) {
    const Spot spot = fault.whole_file ? Spot{} : file.spot(fault.at, fault.length);
    return file.problem(fault.number, spot, in_words(fault.number, fault.values));
}

// Line and column while places only go forward, so that one long line costs no more than many.
class Cursor {
public:
    explicit Cursor(std::string_view content) : content_(content) {}

    Spot spot(std::size_t at, std::size_t length) {
        for (; at_ < at; ++at_) step(content_[at_]);
        const auto letters = words::count_letters(content_.substr(at, length));
        return {line_, column_, std::max(1, static_cast<int>(letters))};
    }

private:
    void step(char c) {
        const bool begins_letter = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (begins_letter) ++column_;
        if (c != '\n') return;
        ++line_;
        column_ = 1;
    }

    std::string_view content_;
    std::size_t at_ = content_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    int line_ = 1;
    int column_ = 1;
};

class TreeBuilder {
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = std::string;
    using binary_t = nlohmann::json::binary_t;

    // Reads `content`; places are those of `original`, which is as long.
    TreeBuilder(const SourceFile& file, std::string_view original, std::string_view content)
        : file_(file), content_(content), read_(content.data()), cursor_(original) {
        last_end_ = content.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    }

    // No root where it is no JSON; what is broken is not said yet.
    ParsedJson parse();
    bool too_deep() const { return too_deep_; }
    std::size_t last_end() const { return last_end_; }

    bool null() { return add(scalar(Node::Kind::null, 4)); }
    bool boolean(bool truth) {
        Node node = scalar(Node::Kind::boolean, truth ? 4 : 5);
        node.truth = truth;
        return add(std::move(node));
    }
    bool number_integer(number_integer_t) { return add(number()); }
    bool number_unsigned(number_unsigned_t) { return add(number()); }
    bool number_float(number_float_t, const std::string&) { return add(number()); }
    bool string(std::string& text) {
        Node node = scalar(Node::Kind::string, up_to_here());
        node.text = std::move(text);
        return add(std::move(node));
    }
    bool binary(binary_t&) { return false; }  // no such thing in JSON texts
    bool start_object(std::size_t) { return open(Node::Kind::object); }
    bool key(std::string& text);
    bool end_object();
    bool start_array(std::size_t) { return open(Node::Kind::array); }
    bool end_array() {
        close();
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) {
        return false;
    }

private:
    std::size_t token_begin() const;
    std::size_t up_to_here() const {
        return static_cast<std::size_t>(read_ - content_.data()) - token_begin();
    }
    Node scalar(Node::Kind kind, std::size_t length);
    Node number();
    bool add(Node node);
    bool open(Node::Kind kind);
    void close();
    void report_repeats(const Node& object);

    const SourceFile& file_;
    std::string_view content_;
    const char* read_;
    Cursor cursor_;
    std::size_t last_end_ = 0;  // one past the token before
    std::optional<Node> root_;
    std::vector<Node*> open_;  // an open node's parent gets no new child, so these stay valid
    bool too_deep_ = false;
    Problems problems_;
};

ParsedJson TreeBuilder::parse() {
    const char* end = content_.data() + content_.size();
    const bool fine = nlohmann::json::sax_parse(
        CountingIterator(content_.data(), &read_),
        CountingIterator(end, &read_),
        this,
        nlohmann::json::input_format_t::json,
        true,
        true);
    if (!fine) {
        for (const Node* node : open_) report_repeats(*node);
        root_.reset();
    }
    return {std::move(root_), std::move(problems_)};
}

std::size_t TreeBuilder::token_begin() const {
    std::size_t at = last_end_;
    while (true) {
        at = content_.find_first_not_of(" \t\r\n:,", at);
        if (content_.substr(at, 2) == "//") {
            at = content_.find_first_of("\r\n", at);
        } else if (content_.substr(at, 2) == "/*") {
            at = content_.find("*/", at + 2) + 2;
        } else {
            return at;
        }
    }
}

Node TreeBuilder::scalar(Node::Kind kind, std::size_t length) {
    Node node;
    node.kind = kind;
    node.offset = token_begin();
    node.spot = cursor_.spot(node.offset, length);
    last_end_ = node.offset + length;
    return node;
}

// The lexer has read one sign too far, so the number is scanned from its start.
Node TreeBuilder::number() {
    const std::size_t begin = token_begin();
    const std::size_t end =
        std::min(content_.find_first_not_of("+-.0123456789eE", begin), content_.size());
    Node node = scalar(Node::Kind::number, end - begin);
    node.text = content_.substr(begin, end - begin);
    return node;
}

bool TreeBuilder::add(Node node) {
    if (open_.empty()) {
        root_ = std::move(node);
        return true;
    }
    Node& parent = *open_.back();
    if (parent.kind == Node::Kind::object) {
        parent.members.back().value = std::move(node);
    } else {
        parent.items.push_back(std::move(node));
    }
    return true;
}

bool TreeBuilder::open(Node::Kind kind) {
    Node node = scalar(kind, 1);
    if (open_.size() >= max_json_depth) {
        problems_.list.push_back(
            file_.problem("A114", node.spot, in_words("A114", {std::to_string(max_json_depth)})));
        too_deep_ = true;
        return false;
    }
    add(std::move(node));
    Node* added = &*root_;
    if (!open_.empty()) {
        Node& parent = *open_.back();
        added =
            parent.kind == Node::Kind::object ? &parent.members.back().value : &parent.items.back();
    }
    open_.push_back(added);
    return true;
}

void TreeBuilder::close() {
    last_end_ = static_cast<std::size_t>(read_ - content_.data());
    open_.pop_back();
}

bool TreeBuilder::key(std::string& text) {
    const std::size_t begin = token_begin();
    const std::size_t length = up_to_here();
    Member member;
    member.key = std::move(text);
    member.key_spot = cursor_.spot(begin, length);
    open_.back()->members.push_back(std::move(member));
    last_end_ = begin + length;
    return true;
}

bool TreeBuilder::end_object() {
    report_repeats(*open_.back());
    close();
    return true;
}

void TreeBuilder::report_repeats(const Node& object) {
    std::vector<const Member*> sorted;
    sorted.reserve(object.members.size());
    for (const Member& member : object.members) sorted.push_back(&member);
    std::sort(sorted.begin(), sorted.end(), [](const Member* a, const Member* b) {
        return std::tie(a->key, a) < std::tie(b->key, b);
    });
    for (std::size_t i = 1, first = 0; i < sorted.size(); ++i) {
        if (sorted[i]->key != sorted[first]->key) {
            first = i;
            continue;
        }
        const Spot& before = sorted[first]->key_spot;
        problems_.list.push_back(file_.problem(
            "A107",
            sorted[i]->key_spot,
            in_words(
                "A107",
                {sorted[i]->key, std::to_string(before.line), std::to_string(before.column)})));
    }
}

// Parses, and where that fails mends the fault in memory and goes on, as long as it is sure what
// was meant.
class MendingReader {
public:
    MendingReader(const SourceFile& file, std::string_view content)
        : file_(file), original_(content) {}

    ParsedJson parse() {
        ParsedJson parsed = once(original_);
        std::string mended;
        for (int i = 0; !parsed.root && go_on_ && i < most_repairs; ++i) {
            if (mended.empty()) mended = original_;
            if (!repair(mended, fault_)) break;
            parsed = once(mended);
        }
        auto& list = parsed.problems.list;
        list.insert(list.end(), faults_.begin(), faults_.end());
        std::sort(list.begin(), list.end(), [](const Problem& a, const Problem& b) {
            return std::pair(a.place.line, a.place.column) <
                   std::pair(b.place.line, b.place.column);
        });
        return parsed;
    }

private:
    static constexpr int most_repairs = 20;

    ParsedJson once(std::string_view content) {
        TreeBuilder builder(file_, original_, content);
        ParsedJson parsed = builder.parse();
        go_on_ = !parsed.root && !builder.too_deep();
        if (!go_on_) return parsed;
        const auto found = find_json_fault(file_, content);
        fault_ = found ? *found : JsonFault{.at = builder.last_end(), .number = "A115"};
        Problem problem = problem_of(file_, fault_);
        // A second fault in one line is often only the shadow of the first.
        go_on_ = faults_.empty() || faults_.back().place.line < problem.place.line;
        if (go_on_) faults_.push_back(std::move(problem));
        return parsed;
    }

    const SourceFile& file_;
    std::string_view original_;
    JsonFault fault_;
    std::vector<Problem> faults_;
    bool go_on_ = true;
};

}  // namespace

ParsedJson parse_json(const SourceFile& file, std::string_view content) {
    if (content.size() > max_file_bytes) {
        return {
            std::nullopt, Problems({problem_of_file("A132", file.name(), {max_file_bytes >> 20})})};
    }
    if (const auto fault = find_encoding_fault(content)) {
        ParsedJson broken;
        broken.problems.list.push_back(problem_of(file, *fault));
        return broken;
    }
    return MendingReader(file, content).parse();
}

}  // namespace attune::dialog
