#include "dialog/expression.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory_resource>
#include <optional>
#include <utility>

#include "words/words.h"

namespace attune::dialog {

namespace {

// A value on the stack: a variable's is only looked at, a computed one is held.
class Operand {
public:
    explicit Operand(const Value* seen) : seen_(seen) {}
    explicit Operand(Value held) : held_(std::move(held)) {}

    const Value& operator*() const { return seen_ != nullptr ? *seen_ : held_; }
    const Value* operator->() const { return &**this; }
    Value take() && { return seen_ != nullptr ? *seen_ : std::move(held_); }

private:
    const Value* seen_ = nullptr;
    Value held_;
};

std::optional<bool> truth(const Value& value) {
    const bool* known = std::get_if<bool>(&value);
    return known != nullptr ? std::optional(*known) : std::nullopt;
}

Value from(std::optional<bool> truth) {
    return truth ? Value(*truth) : Value(Unknown{});
}

Value from(std::optional<Decimal> number) {
    return number ? Value(*number) : Value(Unknown{});
}

// Folding needs a language, which expressions do not have: German is the one whose rule differs,
// and equal under either is equal.
bool same_words(const std::string& a, const std::string& b) {
    return a == b || words::fold(a, "en") == words::fold(b, "en") ||
           words::fold(a, "de") == words::fold(b, "de");
}

bool has_words_in(const std::string& text, const std::string& part, std::string_view language) {
    const auto all = words::split(text, language);
    const auto wanted = words::split(part, language);
    const auto found = std::search(
        all.begin(), all.end(), wanted.begin(), wanted.end(), [](const auto& a, const auto& b) {
            return a.folded == b.folded;
        });
    return found != all.end() || wanted.empty();
}

// Nothing where one side is unknown, or (in a stored state from another edition) of another type.
std::optional<bool> equal(const Value& a, const Value& b) {
    if (!is_known(a) || !is_known(b) || a.index() != b.index()) return std::nullopt;
    const auto* words = std::get_if<Words>(&a);
    if (words != nullptr) return same_words(words->text, std::get<Words>(b).text);
    return a == b;
}

std::optional<std::strong_ordering> order(const Value& a, const Value& b) {
    if (const auto* left = std::get_if<Decimal>(&a)) {
        const auto* right = std::get_if<Decimal>(&b);
        if (right != nullptr) return *left <=> *right;
    }
    if (const auto* left = std::get_if<Date>(&a)) {
        const auto* right = std::get_if<Date>(&b);
        if (right != nullptr) return *left <=> *right;
    }
    if (const auto* left = std::get_if<TimeOfDay>(&a)) {
        const auto* right = std::get_if<TimeOfDay>(&b);
        if (right != nullptr) return *left <=> *right;
    }
    return std::nullopt;
}

std::optional<bool> contains(const Value& a, const Value& b) {
    const auto* set = std::get_if<OptionSet>(&a);
    const auto* option = std::get_if<Option>(&b);
    if (set != nullptr && option != nullptr) {
        return std::find(set->keys.begin(), set->keys.end(), option->key) != set->keys.end();
    }
    const auto* text = std::get_if<Words>(&a);
    const auto* part = std::get_if<Words>(&b);
    if (text == nullptr || part == nullptr) return std::nullopt;
    return has_words_in(text->text, part->text, "en") || has_words_in(text->text, part->text, "de");
}

std::optional<Decimal> sum_of(Operator what, const Value& a, const Value& b) {
    const auto* left = std::get_if<Decimal>(&a);
    const auto* right = std::get_if<Decimal>(&b);
    if (left == nullptr || right == nullptr) return std::nullopt;
    if (what == Operator::plus) return add(*left, *right);
    if (what == Operator::minus) return subtract(*left, *right);
    if (what == Operator::times) return multiply(*left, *right);
    return divide(*left, *right);
}

// Kleene: one no makes the whole no, whatever the other is.
std::optional<bool> both(std::optional<bool> a, std::optional<bool> b) {
    if (a == false || b == false) return false;
    if (a && b) return true;
    return std::nullopt;
}

std::optional<bool> opposite(std::optional<bool> a) {
    return a ? std::optional(!*a) : std::nullopt;
}

std::chrono::local_days local_day(const Moment& now) {
    return std::chrono::floor<std::chrono::days>(now.local);
}

Date today(const Moment& now) {
    return Date{static_cast<std::int32_t>(local_day(now).time_since_epoch().count())};
}

template <class Order>
Value ordered(const Value& a, const Value& b, Order holds) {
    const auto order_of = order(a, b);
    return order_of ? Value(holds(*order_of)) : Value(Unknown{});
}

Value apply_two(Operator what, const Value& a, const Value& b) {
    switch (what) {
        case Operator::is:
            return from(equal(a, b));
        case Operator::is_not:
            return from(opposite(equal(a, b)));
        case Operator::less:
            return ordered(a, b, [](auto o) { return o < 0; });
        case Operator::less_equal:
            return ordered(a, b, [](auto o) { return o <= 0; });
        case Operator::greater:
            return ordered(a, b, [](auto o) { return o > 0; });
        case Operator::greater_equal:
            return ordered(a, b, [](auto o) { return o >= 0; });
        case Operator::contains:
            return from(contains(a, b));
        case Operator::logical_and:
            return from(both(truth(a), truth(b)));
        case Operator::logical_or:
            return from(opposite(both(opposite(truth(a)), opposite(truth(b)))));
        case Operator::plus:
        case Operator::minus:
        case Operator::times:
        case Operator::divided:
            return from(sum_of(what, a, b));
        case Operator::logical_not:
        case Operator::negate:
        case Operator::is_known:
        case Operator::length:
        case Operator::count:
        case Operator::days_since:
        case Operator::today:
        case Operator::weekday:
        case Operator::hour:
        case Operator::visits:
            break;
    }
    return Unknown{};
}

Value negated(const Value& value) {
    const auto* number = std::get_if<Decimal>(&value);
    return number != nullptr ? from(subtract(Decimal{}, *number)) : Value(Unknown{});
}

Value length_of(const Value& value) {
    const auto* words = std::get_if<Words>(&value);
    if (words == nullptr) return Unknown{};
    return Decimal::whole(static_cast<std::int64_t>(words::count_letters(words->text)));
}

Value count_of(const Value& value) {
    const auto* set = std::get_if<OptionSet>(&value);
    if (set == nullptr) return Unknown{};
    const std::size_t own = set->own.empty() ? 0 : 1;
    return Decimal::whole(static_cast<std::int64_t>(set->keys.size() + own));
}

Value days_since(const Value& value, const Moment& now) {
    const auto* date = std::get_if<Date>(&value);
    if (date == nullptr) return Unknown{};
    return Decimal::whole(std::int64_t{today(now).days} - date->days);
}

Value now_as(Operator what, const Scope& scope) {
    if (what == Operator::today) return today(scope.now);
    if (what == Operator::visits) return Decimal::whole(scope.visits);
    const auto day = local_day(scope.now);
    if (what == Operator::weekday) {
        return Decimal::whole(std::chrono::weekday(day).iso_encoding());
    }
    return Decimal::whole(std::chrono::floor<std::chrono::hours>(scope.now.local - day).count());
}

Value apply_one(Operator what, const Value& value, const Scope& scope) {
    if (what == Operator::logical_not) return from(opposite(truth(value)));
    if (what == Operator::negate) return negated(value);
    if (what == Operator::is_known) return is_known(value);
    if (what == Operator::length) return length_of(value);
    if (what == Operator::count) return count_of(value);
    return days_since(value, scope.now);
}

class Evaluation {
public:
    explicit Evaluation(const Scope& scope) : scope_(scope) { stack_.reserve(usual_depth); }

    void operator()(const Push& push) { stack_.emplace_back(&push.value); }
    void operator()(const Read& read) { stack_.emplace_back(&scope_[read.variable]); }
    void operator()(const IsOneOf& list) {
        std::optional<bool> found = is_known(*top()) ? std::optional(false) : std::nullopt;
        for (const Value& choice : list.choices) {
            if (equal(*top(), choice) == true) found = true;
        }
        top() = Operand(from(found));
    }
    void operator()(const FirstWords& first) {
        const auto* words = std::get_if<Words>(&*top());
        Value cut = Unknown{};
        // Cutting after a number of words needs no language but for scripts without blanks, where
        // the dictionary is chosen by the script.
        if (words != nullptr) cut = Words{words::first_words(words->text, first.how_many, "en")};
        top() = Operand(std::move(cut));
    }
    void operator()(const Apply& apply) {
        if (takes_two(apply.what)) {
            const Operand right = std::move(top());
            stack_.pop_back();
            top() = Operand(apply_two(apply.what, *top(), *right));
        } else if (takes_one(apply.what)) {
            top() = Operand(apply_one(apply.what, *top(), scope_));
        } else {
            stack_.emplace_back(now_as(apply.what, scope_));
        }
    }

    Value result() { return stack_.empty() ? Value(Unknown{}) : std::move(top()).take(); }

private:
    static constexpr std::size_t usual_depth = 6;

    static bool takes_two(Operator what) { return what <= Operator::divided; }
    static bool takes_one(Operator what) {
        return !takes_two(what) && what <= Operator::days_since;
    }
    Operand& top() { return stack_.back(); }

    const Scope& scope_;
    std::array<std::byte, (usual_depth + 1) * sizeof(Operand)> room_;
    std::pmr::monotonic_buffer_resource memory_{room_.data(), room_.size()};
    std::pmr::vector<Operand> stack_{&memory_};
};

}  // namespace

Value evaluate(const Expression& expression, const Scope& scope) {
    Evaluation evaluation(scope);
    for (const auto& step : expression.steps) std::visit(evaluation, step);
    return evaluation.result();
}

bool holds(const Expression& condition, const Scope& scope) {
    return truth(evaluate(condition, scope)) == true;
}

}  // namespace attune::dialog
