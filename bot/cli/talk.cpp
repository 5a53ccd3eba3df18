#include "cli/talk.h"

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>
#include <optional>
#include <ostream>
#include <utility>

#include "cli/print_problems.h"
#include "cli/write_file.h"
#include "dialog/report.h"
#include "rehearse/languages.h"
#include "rehearse/span_of_time.h"
#include "rehearse/write_test.h"

namespace attune::cli {

namespace {

using rehearse::TalkLine;

constexpr auto look_for_changes = std::chrono::milliseconds(200);

// The clock on the wall: a talk asks for the hour of whoever tries it.
Instant wall_clock() {
    const Instant now = now_of_machine();
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    std::tm local{};
    ::localtime_r(&seconds, &local);
    return now + std::chrono::seconds(local.tm_gmtoff);
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool speaks(const TalkLine& line) {
    return std::holds_alternative<rehearse::Them>(line.what) ||
           std::holds_alternative<rehearse::Taps>(line.what);
}

rehearse::ConversationTest had(
    const TalkStart& start, const std::vector<TalkLine>& acted, const std::string& name) {
    rehearse::ConversationTest talk = start.start;
    talk.name = name;
    talk.talk.insert(talk.talk.end(), acted.begin(), acted.end());
    return talk;
}

// Whether the clock of tests tells the same talk.
bool is_the_same_at(
    Instant moment,
    const rehearse::ConversationTest& talk,
    const rehearse::Player& had,
    const dialog::EditionPtr& edition,
    std::uint64_t seed) {
    rehearse::Player player(talk, edition, seed, moment);
    for (const TalkLine& line : talk.talk) player.play(line);
    const auto& a = player.rehearsal().said();
    const auto& b = had.rehearsal().said();
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& two) {
        return one.text == two.text;
    });
}

}  // namespace

Talk::Talk(const ChatWishes& wishes, TalkStart start, std::uint64_t seed, Console& console)
    : wishes_(wishes),
      console_(console),
      start_(std::move(start)),
      seed_(seed),
      began_(wall_clock()),
      screen_(console, wishes.pace != "none" && console.in_is_terminal),
      reader_(console),
      files_(start_.watched),
      player_(std::make_unique<rehearse::Player>(start_.start, start_.edition, seed_, began_)),
      places_{place()} {}

Exit Talk::hold() {
    show(player_->step());
    screen_.prompt();
    for (std::string line;;) {
        switch (reader_.next(line, look_for_changes)) {
            case LineReader::Came::line:
                screen_.typed(line);
                if (!obey(line)) return Exit::fine;
                screen_.prompt();
                break;
            case LineReader::Came::nothing:
                if (!files_.changed()) break;
                reload();
                screen_.prompt();
                break;
            case LineReader::Came::end:
                if (player_->rehearsal().state().ended()) return Exit::fine;
                if (console_.in_is_terminal) console_.out << "\n";
                tell("The talk was left at " + place() + ".");
                return Exit::fine;
        }
    }
}

bool Talk::obey(const std::string& line) {
    const Order order = order_of(line);
    switch (order.kind) {
        case OrderKind::answer:
            answer(line);
            break;
        case OrderKind::skip:
            skip();
            break;
        case OrderKind::back:
            tell("Going back comes with a later version.");
            break;
        case OrderKind::why:
            why();
            break;
        case OrderKind::memory:
            screen_.memory(player_->rehearsal());
            break;
        case OrderKind::clock:
            pass_time(order.rest);
            break;
        case OrderKind::language:
            speak(order.rest);
            break;
        case OrderKind::save_test:
            save_test(order.rest);
            break;
        case OrderKind::help:
            help();
            break;
        case OrderKind::quit:
            return false;
        case OrderKind::unknown:
            console_.err << "There is no " << order.rest << " here. " << mend_of_order(order.rest)
                         << "\n";
    }
    return true;
}

void Talk::answer(const std::string& words) {
    if (words.empty()) return;
    act({{}, rehearse::Them{words}, {}});
}

// Where a question may not be skipped, the talk says so itself.
void Talk::skip() {
    const dialog::Question* question = player_->rehearsal().open();
    if (question == nullptr) return tell("No question is open.");
    if (question->may_skip) {
        act({{}, rehearse::Taps{{"skip"}, {}}, {}});
    } else {
        act({{}, rehearse::Them{"skip"}, {}});
    }
}

void Talk::why() {
    const dialog::Question* question = player_->rehearsal().open();
    if (question == nullptr) return tell("No question is open.");
    if (!question->why) return tell("This question does not say why it is asked.");
    act({{}, rehearse::Taps{{"why"}, {}}, {}});
}

void Talk::pass_time(const std::string& span) {
    if (!span.empty()) {
        const auto time = span_of(span);
        if (!time) return tell("\"" + span + "\" is no span of time. Write /clock +20m, +2h, +1d.");
        act({{}, rehearse::After{*time}, {}});
    }
    screen_.aside("(It is " + rehearse::moment_text(player_->rehearsal().now()) + ".)");
}

void Talk::speak(const std::string& language) {
    const auto languages = rehearse::languages_of(*start_.edition);
    if (std::find(languages.begin(), languages.end(), language) == languages.end()) {
        return tell(
            "No dialog here speaks \"" + language + "\". There is " + dialog::listed(languages) +
            ".");
    }
    act({{}, rehearse::LanguageLine{language}, {}});
    screen_.aside("(The talk goes on in \"" + language + "\".)");
}

void Talk::save_test(const std::string& name) {
    if (name.empty()) return tell("Give it a name: /save-test an unclear answer is asked again");
    rehearse::ConversationTest talk = had(start_, acted_, name);
    if (!is_the_same_at(rehearse::test_evening, talk, *player_, start_.edition, seed_)) {
        talk.at = std::chrono::floor<std::chrono::minutes>(began_);
    }
    const std::string content = content_of(start_.test_file);
    const dialog::SourceFile file(start_.shown_test_file, content);
    const auto whole = rehearse::with_test(
        file, content, start_.dialog, name, rehearse::written_test(talk, start_.edition));
    if (!whole) {
        return print_problems(whole.error(), console_.err, console_.err_colours, console_);
    }
    if (!write_whole(start_.test_file, *whole)) {
        return tell(start_.shown_test_file + " cannot be written.");
    }
    tell("Saved in " + start_.shown_test_file + ". It is played by: attune test " + start_.dialog);
}

void Talk::help() {
    for (const OrderRow& row : orders()) {
        std::string shown(row.shown);
        shown.resize(std::max<std::size_t>(shown.size() + 2, 17), ' ');
        screen_.aside(shown, std::string(row.does));
    }
}

void Talk::act(TalkLine line) {
    if (const auto miss = player_->play(line)) return tell(miss->came + ".");
    const rehearse::Step& step = player_->step();
    if (step.reading.how == engine::How::position) {  // the option, whatever place it has later
        line.what = rehearse::Taps{rehearse::matched_options(step.reading), {}};
    }
    const bool said_something = speaks(line);
    acted_.push_back(std::move(line));
    places_.push_back(place());
    if (said_something) show(step);
}

void Talk::show(const rehearse::Step& step) {
    if (wishes_.explain) screen_.explained(step);
    for (const Message& message : step.messages) {
        if (message.from != Speaker::you) screen_.message(message);
    }
    for (const std::string& entry : step.kept) screen_.kept(entry);
    const rehearse::Rehearsal& talk = player_->rehearsal();
    if (talk.open() != nullptr) screen_.ways_to_answer(talk.form());
    if (talk.state().ended() && console_.in_is_terminal) {
        screen_.aside("(The talk has ended. /save-test NAME makes it a test, /quit leaves.)");
    }
}

std::size_t Talk::replayed_in(rehearse::Player& player) const {
    const auto place_of = [](const rehearse::Player& one) {
        return rehearse::full_place_of(one.rehearsal().state());
    };
    std::size_t lines = 0;
    while (lines < acted_.size() && place_of(player) == places_[lines]) {
        if (player.play(acted_[lines])) break;
        ++lines;
    }
    return lines;
}

void Talk::reload() {
    auto start = talk_start(wishes_);
    if (!start) {
        print_problems(start.error(), console_.err, console_.err_colours, console_);
        return tell("The file was saved with errors: the talk goes on as it was before.");
    }
    auto player = std::make_unique<rehearse::Player>(start->start, start->edition, seed_, began_);
    const std::size_t lines = replayed_in(*player);
    const auto answers = [&](std::size_t until) {
        return std::count_if(
            acted_.begin(), acted_.begin() + static_cast<std::ptrdiff_t>(until), speaks);
    };
    const std::string there = rehearse::full_place_of(player->rehearsal().state());
    const bool same = lines == acted_.size() && there == places_.back();
    const std::string other_way = "(The file was saved. After " + std::to_string(answers(lines)) +
                                  " of your " + std::to_string(answers(acted_.size())) +
                                  " answers the talk goes another way now.)";
    screen_.aside(same ? "(The file was saved. The talk is at the same place again.)" : other_way);
    acted_.resize(lines);
    places_.resize(lines + 1);
    places_.back() = there;
    start_ = std::move(*start);
    player_ = std::move(player);
    show(player_->step());
}

void Talk::tell(const std::string& sentence) {
    if (!wishes_.quiet) console_.err << sentence << "\n";
}

std::string Talk::place() const {
    return rehearse::full_place_of(player_->rehearsal().state());
}

}  // namespace attune::cli
