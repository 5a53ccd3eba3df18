#include <algorithm>
#include <iterator>

#include "dialog/parse.h"

namespace attune::dialog {

namespace {

using Variables = std::vector<VariableRef>;  // sorted

bool before(VariableRef a, VariableRef b) {
    return a.of_person != b.of_person ? b.of_person : a.slot < b.slot;
}

Variables union_of(const Variables& a, const Variables& b) {
    Variables all;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all), before);
    return all;
}

Variables common_of(const Variables& a, const Variables& b) {
    Variables both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both), before);
    return both;
}

// The variables that are surely known when a value is known, is true, is false.
struct Sure {
    Variables known;
    Variables when_true;
    Variables when_false;
};

Sure strict(Variables variables) {
    return {variables, variables, variables};
}

class Walk {
public:
    void operator()(const Push&) { stack_.emplace_back(); }
    void operator()(const Read& read) { stack_.push_back(strict({read.variable})); }
    void operator()(const IsOneOf&) { top() = strict(top().known); }
    void operator()(const FirstWords&) { top() = strict(top().known); }
    void operator()(const Apply& apply) {
        switch (apply.what) {
            case Operator::logical_and: {
                const Sure right = pop();
                top() = {
                    common_of(top().known, right.known),
                    union_of(top().when_true, right.when_true),
                    common_of(top().when_false, right.when_false)};
                return;
            }
            case Operator::logical_or: {
                const Sure right = pop();
                top() = {
                    common_of(top().known, right.known),
                    common_of(top().when_true, right.when_true),
                    union_of(top().when_false, right.when_false)};
                return;
            }
            case Operator::logical_not:
                std::swap(top().when_true, top().when_false);
                return;
            case Operator::is_known:
                top() = {{}, top().known, {}};
                return;
            case Operator::negate:
            case Operator::length:
            case Operator::count:
            case Operator::days_since:
                top() = strict(top().known);
                return;
            case Operator::is:
            case Operator::is_not:
            case Operator::less:
            case Operator::less_equal:
            case Operator::greater:
            case Operator::greater_equal:
            case Operator::contains:
            case Operator::plus:
            case Operator::minus:
            case Operator::times:
            case Operator::divided: {
                const Sure right = pop();
                top() = strict(union_of(top().known, right.known));
                return;
            }
            case Operator::today:
            case Operator::weekday:
            case Operator::hour:
            case Operator::visits:
                stack_.emplace_back();
                return;
        }
    }

    Variables result() const { return stack_.empty() ? Variables() : stack_.back().when_true; }

private:
    Sure& top() { return stack_.back(); }
    Sure pop() {
        Sure last = std::move(stack_.back());
        stack_.pop_back();
        return last;
    }

    std::vector<Sure> stack_;
};

}  // namespace

std::vector<VariableRef> known_when_true(const Expression& condition) {
    Walk walk;
    for (const auto& step : condition.steps) std::visit(walk, step);
    return walk.result();
}

}  // namespace attune::dialog
