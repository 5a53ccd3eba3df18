#include "base/seal.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>

using namespace attune;
namespace fs = std::filesystem;

namespace {

constexpr PersonId ana{17};
constexpr PersonId bea{18};

MasterKey a_master(unsigned char first = 1) {
    REQUIRE(sealing_ready());
    KeyBytes key{};
    key[0] = first;
    return MasterKey(key);
}

class TempFolder {
public:
    TempFolder() {
        std::string form = (fs::temp_directory_path() / "attune-seal-XXXXXX").string();
        REQUIRE(mkdtemp(form.data()) != nullptr);
        path_ = form;
    }
    ~TempFolder() { fs::remove_all(path_); }
    fs::path operator/(const char* name) const { return path_ / name; }

private:
    fs::path path_;
};

}  // namespace

TEST_CASE("what is sealed opens only as what it was sealed") {
    const MasterKey master = a_master();
    const PersonKey key = master.make_person_key();
    const Bytes sealed = key.seal(Sealed::body, ana, 4, "I yelled at bedtime");

    CHECK(sealed.find("yelled") == Bytes::npos);
    CHECK(key.open(Sealed::body, ana, 4, sealed) == Bytes("I yelled at bedtime"));
    CHECK_FALSE(key.open(Sealed::journal, ana, 4, sealed));
    CHECK_FALSE(key.open(Sealed::body, bea, 4, sealed));
    CHECK_FALSE(key.open(Sealed::body, ana, 5, sealed));
    CHECK_FALSE(master.make_person_key().open(Sealed::body, ana, 4, sealed));
}

TEST_CASE("a changed bit or a cut end does not open") {
    const PersonKey key = a_master().make_person_key();
    const Bytes sealed = key.seal(Sealed::state, ana, 1, "state");
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        Bytes changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_FALSE(key.open(Sealed::state, ana, 1, changed));
        CHECK_FALSE(key.open(Sealed::state, ana, 1, BytesView(sealed).substr(0, i)));
    }
}

TEST_CASE("a person's key comes back from its wrapping, under the same master key only") {
    const MasterKey master = a_master();
    const PersonKey key = master.make_person_key();
    const Bytes sealed = key.seal(Sealed::profile, ana, 0, "Ana");
    const Bytes wrapped = master.wrap(key, ana);

    REQUIRE(master.unwrap(ana, wrapped));
    CHECK(master.unwrap(ana, wrapped)->open(Sealed::profile, ana, 0, sealed) == Bytes("Ana"));
    CHECK_FALSE(master.unwrap(bea, wrapped));
    CHECK_FALSE(a_master(2).unwrap(ana, wrapped));
}

TEST_CASE("keyed hashes are equal for equal input and differ for anything else") {
    const MasterKey master = a_master();
    CHECK(master.address_hash("web", "t") == a_master().address_hash("web", "t"));
    CHECK(master.address_hash("web", "t") != a_master(2).address_hash("web", "t"));
    CHECK(master.address_hash("web", "t") != master.address_hash("we", "bt"));
    CHECK(master.input_hash(ana, "web", "m1") != master.input_hash(bea, "web", "m1"));
    CHECK(master.fingerprint(ana, "x") != master.fingerprint(ana, "y"));
    CHECK(keyed_hash(1, "x") != keyed_hash(2, "x"));
}

TEST_CASE("the master key file is made once, for its owner only, and read again") {
    const TempFolder folder;
    const auto file = folder / "keys/master.key";
    const auto made = master_key_from(file);
    REQUIRE(made.has_value());

    struct stat about {};
    REQUIRE(stat(file.c_str(), &about) == 0);
    CHECK((about.st_mode & 0777U) == 0600);
    REQUIRE(stat((folder / "keys").c_str(), &about) == 0);
    CHECK((about.st_mode & 0777U) == 0700);
    const auto read_again = master_key_from(file);
    REQUIRE(read_again.has_value());
    CHECK(*read_again == *made);
}

TEST_CASE("a key file that others may read, or of another form, is refused and named") {
    const TempFolder folder;
    const auto file = folder / "master.key";
    REQUIRE(master_key_from(file).has_value());
    fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
    const auto open_to_others = master_key_from(file);
    REQUIRE(open_to_others.has_error());
    CHECK(open_to_others.error().what.find("chmod 600") != std::string::npos);

    fs::permissions(file, fs::perms::owner_all);
    std::ofstream(file) << "not a key";
    const auto broken = master_key_from(file);
    REQUIRE(broken.has_error());
    CHECK(broken.error().what.find("64 hex digits") != std::string::npos);
}

TEST_CASE("tokens have 43 safe characters and are never the same") {
    REQUIRE(sealing_ready());
    const std::string token = make_token();
    CHECK(is_token(token));
    CHECK(token != make_token());
    CHECK_FALSE(is_token("short"));
    CHECK_FALSE(is_token(token.substr(1) + "!"));
}
