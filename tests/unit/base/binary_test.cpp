#include "base/binary.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace attune;

TEST_CASE("what was written is read back in order") {
    Bytes bytes;
    BinaryWriter out(bytes);
    out.byte(7);
    out.number(std::numeric_limits<std::uint64_t>::max());
    out.signed_number(std::numeric_limits<std::int64_t>::min());
    out.signed_number(-1);
    out.bytes("héllo");
    out.boolean(true);

    BinaryReader in(bytes);
    CHECK(in.byte() == 7);
    CHECK(in.number() == std::numeric_limits<std::uint64_t>::max());
    CHECK(in.signed_number() == std::numeric_limits<std::int64_t>::min());
    CHECK(in.signed_number() == -1);
    CHECK(in.bytes() == "héllo");
    CHECK(in.boolean());
    CHECK(in.at_end());
}

TEST_CASE("a small number takes one byte") {
    Bytes bytes;
    BinaryWriter(bytes).number(127);
    CHECK(bytes.size() == 1);
}

TEST_CASE("reading past the end is refused, never done") {
    CHECK_THROWS_AS(BinaryReader("").byte(), BinaryError);
    CHECK_THROWS_AS(
        BinaryReader("\x05"
                     "abc")
            .bytes(),
        BinaryError);
    CHECK_THROWS_AS(BinaryReader("\xff\xff").number(), BinaryError);
    CHECK_THROWS_AS(BinaryReader(Bytes(11, '\xff')).number(), BinaryError);
    CHECK_THROWS_AS(BinaryReader("\x02").boolean(), BinaryError);
    CHECK_THROWS_AS(BinaryReader("\x7f").count(), BinaryError);
}
