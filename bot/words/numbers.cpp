#include <algorithm>
#include <limits>

#include "words/phrases.h"

namespace attune::words {

namespace {

bool is_scale(std::int64_t value) {
    return value >= 1000 && value % 1000 == 0;
}

// The values come from a file of people's and may be of any size.
std::optional<Decimal> whole(std::int64_t value) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 1000;
    if (value > most || value < -most) return std::nullopt;
    return Decimal::whole(value);
}

std::optional<Decimal> product(std::optional<Decimal> a, std::optional<Decimal> b) {
    return a && b ? multiply(*a, *b) : std::nullopt;
}

std::optional<Decimal> sum(std::optional<Decimal> a, std::optional<Decimal> b) {
    return a && b ? add(*a, *b) : std::nullopt;
}

// Number words as they are said one after another: "two", "hundred", "and", "five".
class SpokenNumber {
public:
    // False if `value` does not go on with the number so far ("nine" behind "three").
    bool take(std::int64_t value);

    std::optional<Decimal> value() const;

    bool empty() const { return last_ < 0; }

private:
    void begin(std::int64_t value);
    bool add_small(std::int64_t value);
    bool add_hundreds(std::int64_t value);
    bool scale_up(std::int64_t value);

    std::optional<Decimal> total_ = Decimal{};  // what the thousands and millions hold already
    std::int64_t part_ = 0;                     // below a thousand, still growing
    std::int64_t last_ = -1;
    std::int64_t scale_ = 0;  // the last thousand or million; the next must be smaller
};

bool SpokenNumber::take(std::int64_t value) {
    if (empty()) {
        begin(value);
        return true;
    }
    const bool fits = is_scale(value) ? scale_up(value)
                      : value >= 100  ? add_hundreds(value)
                                      : add_small(value);
    if (fits) last_ = value;
    return fits;
}

void SpokenNumber::begin(std::int64_t value) {
    last_ = value;
    if (!is_scale(value)) {
        part_ = value;
        return;
    }
    total_ = whole(value);
    scale_ = value;
}

bool SpokenNumber::add_small(std::int64_t value) {
    const bool behind_tens = last_ >= 20 && last_ < 100 && last_ % 10 == 0 && value < 10;
    if (value <= 0 || (last_ < 100 && !behind_tens)) return false;
    part_ += value;
    return true;
}

bool SpokenNumber::add_hundreds(std::int64_t value) {
    if (value == 100 && last_ < 100 && part_ > 0 && part_ < 100) {
        part_ *= 100;
        return true;
    }
    if (scale_ == 0 || last_ != scale_ || value >= 1000) return false;
    part_ = value;
    return true;
}

bool SpokenNumber::scale_up(std::int64_t value) {
    if (part_ <= 0 || (scale_ != 0 && value >= scale_)) return false;
    total_ = sum(total_, product(whole(part_), whole(value)));
    part_ = 0;
    scale_ = value;
    return true;
}

std::optional<Decimal> SpokenNumber::value() const {
    return sum(total_, whole(part_));
}

class NumberFinder {
public:
    NumberFinder(const std::vector<Word>& words, const NumberWords& known)
        : words_(words), known_(known) {}

    std::vector<NumberHit> find() {
        std::vector<NumberHit> hits;
        for (std::size_t i = 0; i < words_.size();) {
            auto hit = digits_at(i);
            if (!hit) hit = spoken_at(i);
            i += hit ? hit->count : 1;
            if (hit) hits.push_back(*hit);
        }
        return hits;
    }

private:
    // "5", and "5 thousand".
    std::optional<NumberHit> digits_at(std::size_t at) const {
        const auto number = parse_decimal(words_[at].folded);
        if (!number) return std::nullopt;
        const auto next = value_of(at + 1);
        const bool scaled = next && (*next == 100 || is_scale(*next));
        const auto scaled_up = scaled ? product(number, whole(*next)) : std::nullopt;
        if (scaled_up) return NumberHit{*scaled_up, at, 2};
        return NumberHit{*number, at, 1};
    }

    std::optional<NumberHit> spoken_at(std::size_t first) const {
        SpokenNumber number;
        std::size_t at = first;
        // "a hundred"
        if (is_joining(at) && value_of(at + 1).value_or(0) >= 100) ++at;
        while (true) {
            const bool joined = !number.empty() && is_joining(at);
            const auto value = value_of(joined ? at + 1 : at);
            if (!value || (joined && *value >= 100) || !number.take(*value)) break;
            at += joined ? 2 : 1;
        }
        const auto value = number.value();
        if (number.empty() || !value) return std::nullopt;
        return NumberHit{*value, first, at - first};
    }

    std::optional<std::int64_t> value_of(std::size_t at) const {
        if (at >= words_.size()) return std::nullopt;
        const auto found = known_.values.find(words_[at].folded);
        if (found == known_.values.end()) return std::nullopt;
        return found->second;
    }

    bool is_joining(std::size_t at) const {
        if (at >= words_.size() || value_of(at)) return false;
        const auto& joining = known_.joining;
        return std::find(joining.begin(), joining.end(), words_[at].folded) != joining.end();
    }

    const std::vector<Word>& words_;
    const NumberWords& known_;
};

}  // namespace

std::vector<NumberHit> find_numbers(const std::vector<Word>& words, const NumberWords& known) {
    return NumberFinder(words, known).find();
}

}  // namespace attune::words
