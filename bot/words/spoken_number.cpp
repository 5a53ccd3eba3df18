#include "words/spoken_number.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace attune::words {

namespace {

bool is_scale(std::int64_t value) {
    return value >= 1000 && value % 1000 == 0;
}

}  // namespace

// The values come from a file of people's and may be of any size.
std::optional<Decimal> whole_number(std::int64_t value) {
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
    total_ = whole_number(value);
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
    total_ = sum(total_, product(whole_number(part_), whole_number(value)));
    part_ = 0;
    scale_ = value;
    return true;
}

std::optional<Decimal> SpokenNumber::value() const {
    return sum(total_, whole_number(part_));
}

namespace {

// One number word inside a compound.
struct Piece {
    std::int64_t value = 0;
    bool joining = false;  // "und"
};

// Cuts a word into number words, the longest first, going back where that leads nowhere.
class Cutting {
public:
    Cutting(std::string_view word, const NumberWords& known) : word_(word), known_(known) {}

    bool cut() { return cut_from(0) && pieces_.size() > 1; }
    const std::vector<Piece>& pieces() const { return pieces_; }

private:
    // A longer word is no number, and going back and forth in it costs time.
    static constexpr std::size_t most_pieces = 12;

    bool cut_from(std::size_t at) {
        if (at == word_.size()) return true;
        if (pieces_.size() == most_pieces) return false;
        for (std::size_t length = word_.size() - at; length > 0; --length) {
            const auto piece = piece_of(word_.substr(at, length));
            if (!piece) continue;
            pieces_.push_back(*piece);
            if (cut_from(at + length)) return true;
            pieces_.pop_back();
        }
        return false;
    }

    std::optional<Piece> piece_of(std::string_view part) const {
        for (const auto* values : {&known_.values, &known_.inside}) {
            const auto found = values->find(part);
            if (found != values->end()) return Piece{found->second, false};
        }
        const auto& joining = known_.joining;
        if (std::find(joining.begin(), joining.end(), part) == joining.end()) return std::nullopt;
        return Piece{0, true};
    }

    std::string_view word_;
    const NumberWords& known_;
    std::vector<Piece> pieces_;
};

// "neun" "und" "vierzig" becomes 49; only inside one word, as "five and twenty" are two numbers.
std::vector<Piece> ones_behind_tens(const std::vector<Piece>& pieces) {
    std::vector<Piece> merged;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::int64_t ones = pieces[i].value;
        const bool joined = i + 2 < pieces.size() && pieces[i + 1].joining;
        const std::int64_t tens = joined ? pieces[i + 2].value : 0;
        if (ones > 0 && ones < 10 && tens >= 20 && tens < 100 && tens % 10 == 0) {
            merged.push_back({tens + ones, false});
            i += 2;
            continue;
        }
        merged.push_back(pieces[i]);
    }
    return merged;
}

}  // namespace

std::optional<Decimal> compound_number(std::string_view folded, const NumberWords& known) {
    // No number word is longer, and digits are read elsewhere.
    constexpr std::size_t longest = 80;
    const bool letters =
        std::none_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (folded.size() > longest || !letters) return std::nullopt;
    Cutting cutting(folded, known);
    if (!cutting.cut()) return std::nullopt;
    SpokenNumber number;
    bool joined = false;
    for (const Piece& piece : ones_behind_tens(cutting.pieces())) {
        if (piece.joining) {
            if (joined || number.empty()) return std::nullopt;
            joined = true;
            continue;
        }
        if (!number.take(piece.value)) return std::nullopt;
        joined = false;
    }
    return joined ? std::nullopt : number.value();
}

}  // namespace attune::words
