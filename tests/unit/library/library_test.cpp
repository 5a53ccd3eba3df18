#include "library/library.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>

#include "dialog/pictures.h"
#include "store/memory/memory_editions.h"
#include "tests/support/edition.h"

using namespace attune;
using namespace attune::library;

namespace {

dialog::Sources talk(const std::string& words) {
    return {
        {"defaults/en.json", test::small_defaults()},
        {"welcome.json",
         test::dialog_file("welcome", R"("start": [ { "end": ")" + words + R"(" } ])")}};
}

const dialog::Sources broken = {{"welcome.json", R"({ "dialog": "welcome" )"}};

Library of(const dialog::Sources& sources, store::Editions& editions) {
    Options options;
    options.built_in = sources;
    return Library(std::move(options), editions);
}

// Deleted at the end, with all that is in it.
class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / name()) {
        std::filesystem::create_directories(path_);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }

    void write(const dialog::Sources& sources) const {
        for (const auto& [path, content] : sources) {
            std::filesystem::create_directories((path_ / path).parent_path());
            std::ofstream(path_ / path) << content;
        }
    }
    const std::filesystem::path& path() const { return path_; }

private:
    static std::string name() { return "attune-library-" + std::to_string(std::random_device{}()); }
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("the first start keeps the edition and makes it live") {
    store::MemoryEditions editions;
    auto library = of(talk("Bye."), editions);
    const auto start = library.start();

    CHECK(start.serves == Serves::newest);
    CHECK_FALSE(start.problems.has_errors());
    REQUIRE(editions.live());
    CHECK(library.live().id == *editions.live());
    CHECK(library.live().edition->find("welcome") != nullptr);
    CHECK(editions.find(library.live().id)->sources == talk("Bye."));
}

TEST_CASE("a start with the same files keeps no second edition") {
    store::MemoryEditions editions;
    auto first = of(talk("Bye."), editions);
    auto second = of(talk("Bye."), editions);
    REQUIRE(first.start().serves == Serves::newest);
    REQUIRE(second.start().serves == Serves::newest);
    CHECK(first.live().id == second.live().id);
}

TEST_CASE("changed files go live, and who is in the older edition still finds it") {
    store::MemoryEditions editions;
    auto before = of(talk("Bye."), editions);
    REQUIRE(before.start().serves == Serves::newest);
    const auto old = before.live();

    auto after = of(talk("Sleep well."), editions);
    REQUIRE(after.start().serves == Serves::newest);
    CHECK(after.live().id != old.id);
    CHECK(editions.live() == after.live().id);
    const auto found = after.find(old.id);
    REQUIRE(found);
    CHECK(found->hash == old.edition->hash);
    CHECK(after.find(old.id) == found);  // compiled once
    CHECK(after.find_hash(old.edition->hash).id == old.id);
    CHECK(after.find_hash(after.live().edition->hash).id == after.live().id);
}

TEST_CASE("with errors the last good edition serves, and all errors are told") {
    store::MemoryEditions editions;
    REQUIRE(of(talk("Bye."), editions).start().serves == Serves::newest);

    auto library = of(broken, editions);
    const auto start = library.start();
    CHECK(start.serves == Serves::last_good);
    REQUIRE(start.problems.has_errors());
    CHECK(start.problems.list.at(0).place.file == "dialogs/welcome.json");
    CHECK(library.live().edition->find("welcome") != nullptr);
    CHECK(library.live().id == *editions.live());
}

TEST_CASE("with errors and nothing to fall back on nothing is served") {
    store::MemoryEditions editions;
    auto library = of(broken, editions);
    const auto start = library.start();
    CHECK(start.serves == Serves::nothing);
    CHECK(start.problems.has_errors());
    CHECK_FALSE(editions.live());
}

TEST_CASE("a last good edition that this program refuses does not serve") {
    store::MemoryEditions editions;
    editions.make_live(editions.keep("of an older program", broken));
    CHECK(of(broken, editions).start().serves == Serves::nothing);
}

TEST_CASE("an edition that nobody kept is nowhere") {
    store::MemoryEditions editions;
    auto library = of(talk("Bye."), editions);
    REQUIRE(library.start().serves == Serves::newest);
    CHECK(library.find(EditionId{77}) == nullptr);
    CHECK(library.find_hash("00").edition == nullptr);
    CHECK_FALSE(library.find_hash("00").id);
}

TEST_CASE("the folder is read, its tests are not part of the edition") {
    Folder folder;
    folder.write(talk("Bye."));
    folder.write({{"welcome.test.json", "{}"}});
    store::MemoryEditions editions;
    Options options;
    options.folder = folder.path();
    Library library(options, editions);
    REQUIRE(library.start().serves == Serves::newest);
    CHECK(editions.find(library.live().id)->sources == talk("Bye."));
}

TEST_CASE("a folder that is not there is a problem, not an empty edition") {
    store::MemoryEditions editions;
    Options options;
    options.folder = "/nowhere/to/be/found";
    Library library(options, editions);
    const auto start = library.start();
    CHECK(start.serves == Serves::nothing);
    CHECK(start.problems.has_errors());
}

namespace {

const std::string lamp = std::string("\x89PNG\r\n\x1a\n\0 a lamp", 16);

dialog::Sources talk_with_picture(const std::string& content) {
    auto sources = talk("Bye.");
    sources["welcome.json"] = test::dialog_file(
        "welcome",
        R"("start": [ { "say": "Look.", "picture": "lamp.png", "shows": "A lamp" }, { "end": "Bye." } ])");
    sources["pictures/lamp.png"] = content;
    return sources;
}

std::string file_of(const std::string& content) {
    return dialog::picture_file("pictures/lamp.png", content);
}

}  // namespace

TEST_CASE("a picture is shown by the name that its messages carry") {
    store::MemoryEditions editions;
    auto library = of(talk_with_picture(lamp), editions);
    REQUIRE(library.start().serves == Serves::newest);
    const auto& say =
        std::get<dialog::SayOp>(library.live().edition->find("welcome")->code.front());
    REQUIRE(say.picture);
    CHECK(library.picture(say.picture->file) == std::string_view(lamp));
    CHECK_FALSE(library.picture("lamp.png"));
    CHECK_FALSE(library.picture("welcome.json"));
    CHECK_FALSE(library.picture(""));
}

TEST_CASE(
    "an older edition shows its pictures still, also after a start and beside a broken folder") {
    store::MemoryEditions editions;
    REQUIRE(of(talk_with_picture(lamp), editions).start().serves == Serves::newest);
    const auto newer = GENERATE_COPY(
        as<dialog::Sources>{}, talk_with_picture(lamp + "p"), talk("No picture."), broken);
    auto library = of(newer, editions);
    REQUIRE(library.start().serves != Serves::nothing);
    CHECK(library.picture(file_of(lamp)) == std::string_view(lamp));
    CHECK(library.picture(file_of(lamp + "p")).has_value() == newer.contains("pictures/lamp.png"));
}

TEST_CASE("a picture that is not what it says is not served") {
    store::MemoryEditions editions;
    auto library = of(talk_with_picture("<svg/>"), editions);
    CHECK(library.start().serves == Serves::nothing);
    CHECK_FALSE(library.picture(file_of("<svg/>")));
}
