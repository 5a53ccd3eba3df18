#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "dialog/catalogue_merge.h"
#include "translate/catalogue_text.h"
#include "translate/csv.h"
#include "translate/import.h"
#include "translate/po.h"

using namespace attune;
using namespace attune::translate;

namespace {

dialog::CatalogueEntry entry(
    const std::string& scene,
    const std::string& place,
    const std::string& say,
    const std::string& as) {
    dialog::CatalogueEntry made;
    made.scene = scene;
    made.at = {place};
    made.say = say;
    made.as = as;
    return made;
}

// Everything that is hard to carry: quotes, strokes, line breaks, blanks at an end, forms, text
// from right to left, one sentence in two meanings, marks, notes, what is unused.
dialog::Catalogue hard() {
    dialog::Catalogue catalogue;
    catalogue.dialog = "shared/hard";
    catalogue.language = "ar";
    catalogue.schema = "../../../schema/translation.schema.json";
    catalogue.note = "Said by a mother, \"softly\".\nTwo lines.";
    auto& entries = catalogue.entries;
    entries.push_back(entry("", "title", "Hard", "صعب"));
    entries.push_back(
        entry("get real", "get real", "She said: \"no\", C:\\n.", "قالت: \"لا\"، C:\\n."));
    entries.push_back(entry("get real", "get real", "One.\n\nThree, \ttabbed.", "واحد.\n\nثلاثة"));
    entries.push_back(entry(
        "get real",
        "get real / n",
        "{n, plural, one {one} other {{n or \"?\"} of them}}",
        "{n, plural, zero {لا شيء} one {واحد} two {اثنان} few {قليل} many {كثير} other {{n or "
        "\"؟\"}}}"));
    entries.push_back(
        entry("end", "end / who", "{who, select, mother {Her; own} other {Their, own}}", ""));
    entries.push_back(entry("end", "end / a / other", "Other", "آخر"));
    entries.back().meaning = "another \"person\" ";
    entries.push_back(entry("end", "end / b / other", "Other", "شيء آخر"));
    entries.back().at.emplace_back("end / c / other");
    entries.push_back(entry("end", "end", " Bye. ", " وداعا "));
    entries.back().changed = "Good bye.\nSleep well.";
    entries.back().note = " #. at: this is no place";
    catalogue.hears.push_back(
        {"get real / n",
         "a",
         {"by myself", "no, \"help\"", "a\\b"},
         {"وحدي", "بلا عون"},
         {},
         nullptr});
    catalogue.hears.push_back({"get real / n", "b", {}, {"ب"}, {}, nullptr});
    catalogue.hears.push_back({"end / a", "other", {"else"}, {}, {}, nullptr});
    catalogue.unused.push_back(entry("", "gone", "Gone.", "ذهب."));
    catalogue.unused_hears.push_back({"gone / q", "x", {"x"}, {"س"}, {}, nullptr});
    return catalogue;
}

dialog::Catalogue read_again(const std::string& text) {
    const dialog::SourceFile file("x.json", text);
    const auto parsed = dialog::parse_json(file, text);
    REQUIRE(parsed.root.has_value());
    dialog::Report report;
    auto made = dialog::read_catalogue(dialog::FileReport(report, file), *parsed.root);
    for (const Problem& problem : report.sorted().list) FAIL(to_text(problem));
    return *made;
}

dialog::Catalogue through_po(const dialog::Catalogue& catalogue) {
    const auto rows = from_po(to_po(rows_of(catalogue), catalogue.language), "x.po");
    REQUIRE(rows.has_value());
    return catalogues_of(*rows, catalogue.language).at(catalogue.dialog);
}

dialog::Catalogue through_csv(const dialog::Catalogue& catalogue) {
    const auto rows = from_csv(to_csv(rows_of(catalogue)), "x.csv");
    REQUIRE(rows.has_value());
    return catalogues_of(*rows, catalogue.language).at(catalogue.dialog);
}

std::string json_of(dialog::Catalogue catalogue) {
    catalogue.schema = hard().schema;
    return to_json(catalogue);
}

std::string line_of_fault(const Result<std::vector<Row>, Problems>& rows) {
    if (rows) return "";
    return "line " + std::to_string(rows.error().list.at(0).place.line);
}

}  // namespace

TEST_CASE("a catalogue that is read again is the same, byte for byte") {
    const std::string text = to_json(hard());
    CHECK(to_json(read_again(text)) == text);
    CHECK(
        to_json(read_again(R"({ "dialog": "t", "language": "de" })")) ==
        "{\n  \"dialog\": \"t\",\n  \"language\": \"de\"\n}\n");
}

TEST_CASE("a catalogue goes through PO and comes back byte for byte") {
    CHECK(json_of(through_po(hard())) == to_json(hard()));
}

TEST_CASE("a catalogue goes through CSV and comes back byte for byte") {
    CHECK(json_of(through_csv(hard())) == to_json(hard()));
}

TEST_CASE("words of any signs come back from PO and CSV") {
    std::mt19937_64 random(7);
    const std::vector<std::string> signs = {
        "a",
        "\"",
        "\\",
        "\n",
        "\t",
        " ",
        ",",
        ";",
        "'",
        "#",
        "ü",
        "ل",
        "{",
        "}",
        "\x01",
        "\r",
        "n",
        ":",
        "0"};
    for (int round = 0; round < 300; ++round) {
        const auto words = [&] {
            std::string text;
            for (std::size_t n = random() % 9; n > 0; --n) text += signs[random() % signs.size()];
            return text;
        };
        dialog::Catalogue catalogue;
        catalogue.dialog = "t";
        catalogue.language = "de";
        catalogue.entries.push_back(entry("s", "s", "x" + words(), words()));
        catalogue.entries.back().changed = words();
        catalogue.entries.back().note = words();
        catalogue.hears.push_back(
            {"s / q", "a", {"x" + words(), words() + "x"}, {words() + "x"}, {}, nullptr});
        INFO(to_json(catalogue));
        CHECK(to_json(through_po(catalogue)) == to_json(catalogue));
        CHECK(to_json(through_csv(catalogue)) == to_json(catalogue));
    }
}

TEST_CASE("gettext accepts the PO file that is written") {
    if (std::system("msgfmt --version >/dev/null 2>&1") != 0) {
        WARN("gettext is not installed: not checked");
        return;
    }
    const auto file = std::filesystem::temp_directory_path() /
                      ("attune-" + std::to_string(std::random_device()()) + ".po");
    std::ofstream(file) << to_po(rows_of(hard()), "ar");
    const int ended = std::system(("msgfmt -c -o /dev/null " + file.string()).c_str());
    std::filesystem::remove(file);
    CHECK(ended == 0);
}

TEST_CASE("a translator's program may confirm, wrap and add remarks") {
    const auto rows = from_po(
        "# A translator's remark\n"
        "msgid \"\"\nmsgstr \"\"\n\"Language: de\\n\"\n\n"
        "#. dialog: t\n#. at: s\n#: somewhere:3\n#, no-wrap\n"
        "msgctxt \"t\"\nmsgid \"\"\n\"Good \"\n\"evening.\"\nmsgstr \"Guten Abend.\"\n\n"
        "#, fuzzy\nmsgctxt \"t\"\nmsgid \"Bye.\"\nmsgstr \"Tsch\\303\\274ss.\"\n\n"
        "#~ msgid \"Old\"\n#~ msgstr \"Alt\"\n",
        "x.po");
    REQUIRE(rows.has_value());
    REQUIRE(rows->size() == 2);
    CHECK((*rows)[0].say == "Good evening.");
    CHECK((*rows)[0].as == "Guten Abend.");
    CHECK((*rows)[1].dialog == "t");
    CHECK((*rows)[1].as == "Tschüss.");
    CHECK((*rows)[1].changed == "Bye.");
}

TEST_CASE("a table may come back with semicolons, other columns and other line ends") {
    const auto rows = from_csv("as;dialog;extra;say\nJa;t;1;\"Yes; \"\"yes\"\"\"\n;;;\n", "x.csv");
    REQUIRE(rows.has_value());
    REQUIRE(rows->size() == 1);
    CHECK((*rows)[0].say == "Yes; \"yes\"");
    CHECK((*rows)[0].as == "Ja");
}

TEST_CASE("what is no PO or no table is said with its line") {
    CHECK(line_of_fault(from_po("msgid \"x\nmsgstr \"y\"\n", "x.po")) == "line 1");
    CHECK(line_of_fault(from_po("\n\nhello\n", "x.po")) == "line 3");
    CHECK(line_of_fault(from_po("msgid \"x\"\nmsgid_plural \"y\"\n", "x.po")) == "line 2");
    CHECK(line_of_fault(from_po("\"x\"\n", "x.po")) == "line 1");
    CHECK(line_of_fault(from_po("\xFF", "x.po")) == "line 0");
    CHECK(line_of_fault(from_csv("\xFF", "x.csv")) == "line 0");
    CHECK(line_of_fault(from_csv("", "x.csv")) == "line 1");
    CHECK(line_of_fault(from_csv("dialog,say,as\nt,a,b\nt,\"a,b\n", "x.csv")) == "line 3");
}

TEST_CASE("what comes back empty or not at all takes nothing away") {
    dialog::Catalogue there;
    there.entries = {
        entry("s", "s", "A.", "a"), entry("s", "s", "B.", "b"), entry("s", "s", "C.", "")};
    dialog::Catalogue came;
    came.entries = {entry("s", "s", "C.", "c"), entry("s", "s", "A.", "")};
    const auto made = with_imported(there, came);
    REQUIRE(made.entries.size() == 3);
    CHECK(made.entries[0].as == "c");
    CHECK(made.entries[1].as == "a");
    CHECK(made.entries[2].as == "b");
}
