// While steps inside a branch are compiled: what the branch was decided by.
#pragma once

#include <vector>

#include "dialog/compiler.h"

namespace attune::dialog {

class Branch {
public:
    Branch(Compiler& compiler, const std::vector<VariableRef>& decided_by)
        : reads_(compiler.draft().branch_reads), before_(reads_.size()) {
        reads_.insert(reads_.end(), decided_by.begin(), decided_by.end());
    }
    ~Branch() { reads_.resize(before_); }
    Branch(const Branch&) = delete;
    Branch& operator=(const Branch&) = delete;

private:
    std::vector<VariableRef>& reads_;
    std::size_t before_;
};

}  // namespace attune::dialog
