// Result<T, E>: a value or the reason why there is none.
#pragma once

#include <boost/system/result.hpp>

namespace attune {

// E must be default constructible and have a constructor of its own: an aggregate breaks the
// implicit return of values (boost 1.81 in C++20), and error() returns a copy. Take the value by
// `*result` after asking `if (result)`: value() would need a way to throw E.
template <class T, class E>
using Result = boost::system::result<T, E>;

}  // namespace attune
