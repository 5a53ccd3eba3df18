// Who is next: a lane for each address, so that two quick messages of one person are two turns in
// their order, and one who writes a hundred holds nobody up. The turn thread alone uses it.
#pragma once

#include <deque>
#include <list>
#include <string>
#include <unordered_map>
#include <vector>

#include "turns/work.h"

namespace attune::turns {

class Lanes {
public:
    void add(Work work);       // behind what waits in her lane
    void put_back(Work work);  // before what waits in her lane

    // The heads of up to `limit` lanes, and up to `limit` requests that only read (they need no
    // order). The lane served now is the last to be served again.
    std::vector<Work> next(std::size_t limit);

    bool empty() const { return lanes_.empty() && reads_.empty(); }

private:
    enum class Where { front, back };
    void place(Work work, Where where);

    std::unordered_map<std::string, std::list<Work>> lanes_;  // none is empty
    std::deque<std::string> turn_;                            // each lane once
    std::deque<Work> reads_;
};

}  // namespace attune::turns
