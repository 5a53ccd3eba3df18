// What a picture has too much of when it was drawn step by step is taken out: entries of scenes
// that begin with a place, branches that the place before them can stand for, what no way reaches.
#pragma once

#include "overview/picture.h"

namespace attune::overview {

Picture tidied(Picture picture);

}  // namespace attune::overview
