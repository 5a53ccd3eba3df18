#include <string>
#include <vector>

#include "cli/run.h"

int main(int count, char** words) {
    attune::cli::Console console = attune::cli::console_of_process();
    return static_cast<int>(attune::cli::run({words + 1, words + count}, console));
}
