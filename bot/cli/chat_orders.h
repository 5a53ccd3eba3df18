// What can be typed in a talk besides answers: "/skip", "/clock +1d".
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::cli {

enum class OrderKind {
    answer,
    skip,
    back,
    why,
    memory,
    clock,
    language,
    save_test,
    help,
    quit,
    unknown,
};

struct Order {
    OrderKind kind = OrderKind::answer;
    std::string rest;  // what stands behind its name; the line itself for an answer
};

// A line that begins with "/" is an order.
Order order_of(const std::string& line);

struct OrderRow {
    std::string_view name;
    OrderKind kind;
    std::string_view shown;  // with what it wants
    std::string_view does;
};
const std::vector<OrderRow>& orders();

// What stands behind /clock: "+1d", "+20m", "2 hours". Nothing for anything else.
std::optional<std::chrono::milliseconds> span_of(std::string text);

// For "/skp": "Did you mean /skip?", or where they are listed.
std::string mend_of_order(const std::string& line);

}  // namespace attune::cli
