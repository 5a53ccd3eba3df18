#include "cli/serving.h"

#include <atomic>
#include <memory>
#include <ostream>
#include <thread>

#include "base/embedded.h"
#include "base/log.h"
#include "base/seal.h"
#include "cli/addresses.h"
#include "cli/dialogs_at.h"
#include "cli/print_problems.h"
#include "cli/stop_signal.h"
#include "library/library.h"
#include "server/server.h"
#include "store/sqlite/sqlite_editions.h"
#include "store/sqlite/sqlite_store.h"
#include "transports/web/session.h"
#include "transports/web/write_frame.h"
#include "turns/turns.h"

namespace attune::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view data_file = "attune.db";

Exit stop_with(Exit exit, const std::string& line, Console& console) {
    console.err << "attune serve: " << line << "\n";
    return exit;
}

// The key that all others are wrapped with. Says where it is when it was made.
Result<KeyBytes, SealError> master_key(const fs::path& file) {
    std::error_code error;
    const bool is_new = !fs::exists(file, error);
    auto key = master_key_from(file);
    if (key && is_new) {
        log(LogLevel::info,
            "made a master key; keep a copy of it, apart from the data",
            {{"file", file.string()}});
    }
    return key;
}

library::Options library_options(const Config& config) {
    library::Options options;
    options.folder = config.dialogs;
    options.built_in = dialogs_built_in().sources;
    options.shown_folder = config.dialogs.empty() ? "(built in)" : config.dialogs.generic_string();
    return options;
}

turns::Options turn_options(const Config& config) {
    turns::Options options;
    options.opening_dialog = config.opening;
    options.default_zone = config.zone;
    return options;
}

server::Options server_options(const Config& config) {
    server::Options options;
    options.address = config.address;
    options.port = config.port;
    options.io_threads = config.io_threads;
    options.origins = config.origins;
    options.trusted_proxies = config.trusted_proxies;
    options.widget = embedded_widget();
    options.subprotocol = std::string(web::subprotocol);
    options.pictures_path = std::string(web::pictures_path);
    options.limits.says_per_person.burst = static_cast<std::size_t>(config.says_limit);
    if (config.says_limit == 0) options.limits.says_per_address.burst = 0;
    return options;
}

web::SessionOptions session_options() {
    web::SessionOptions options;
    options.notice = {
        "No one reads along. What you write is kept on this server, sealed; whoever runs it holds "
        "the key.",
        "It stays there until whoever runs this server removes it."};
    return options;
}

// The server speaks to the loop, which speaks to the server: one of them has to be told later.
class Queue final : public server::TurnQueue {
public:
    bool offer(SocketId socket, TurnRequest request) override {
        turns::TurnLoop* loop = loop_.load();
        return loop != nullptr && loop->offer(socket, std::move(request));
    }
    std::vector<std::string> troubles() const {
        const turns::TurnLoop* loop = loop_.load();
        if (loop == nullptr) return {"starting"};
        if (!loop->figures().store_well) return {"the data file could not be written"};
        return {};
    }
    void lead_to(turns::TurnLoop* loop) { loop_.store(loop); }

private:
    std::atomic<turns::TurnLoop*> loop_ = nullptr;
};

// What the dialogs were found to be; anything but `fine` ends the start.
Exit open_library(library::Library& library, const Config& config, Console& console) {
    const library::Start start = library.start();
    if (start.problems.has_errors()) {
        print_problems(start.problems, console.err, console.err_colours, console);
        console.err << summary(start.problems) << "\n";
    }
    switch (start.serves) {
        case library::Serves::nothing:
            return stop_with(
                Exit::findings, "there are no dialogs that could be served. Mend these.", console);
        case library::Serves::last_good:
            console.err << "People still get the dialogs as they were before these errors.\n";
            break;
        case library::Serves::newest:
            break;
    }
    const dialog::EditionPtr edition = library.live().edition;
    if (edition->find(config.opening) != nullptr) return Exit::fine;
    std::vector<std::string> names;
    for (const auto& dialog : edition->dialogs) names.push_back(dialog.name);
    const std::string near = nearest(config.opening, names);
    return stop_with(
        Exit::configuration,
        "there is no dialog \"" + config.opening + "\" to open with." +
            (near.empty() ? "" : " Did you mean \"" + near + "\"?"),
        console);
}

Exit talk(
    const Config& config,
    store::Store& store,
    const MasterKey& master,
    library::Library& library,
    StopSignal& stop,
    Console& console) {
    Queue queue;
    const web::SessionOptions sessions = session_options();
    server::Options options = server_options(config);
    options.troubles = [&queue] { return queue.troubles(); };
    options.picture = [&library](std::string_view file) { return library.picture(file); };
    server::Server server(std::move(options), queue, [&sessions] {
        return std::make_unique<web::Session>(sessions, make_token());
    });
    turns::TurnLoop loop(turn_options(config), store, master, library, server);
    queue.lead_to(&loop);
    std::thread turning([&loop] { loop.run(); });
    const auto started = server.start();
    if (started) {
        const std::string page = page_at(config.address, server.port());
        console.out << "Open " << page << std::endl;
        log(LogLevel::info,
            "serving",
            {{"page", page}, {"edition", library.live().edition->hash.substr(0, 12)}});
        stop.wait();
        log(LogLevel::info, "stopping");
        server.stop();
    }
    loop.stop();
    turning.join();
    return started ? Exit::fine : stop_with(Exit::network, started.error().message, console);
}

}  // namespace

Exit serve_until_signal(const Config& config, Console& console) {
    StopSignal stop;
    log_from(config.log);
    if (!sealing_ready()) {
        return stop_with(Exit::data, "this machine gives no random numbers.", console);
    }
    const auto key = master_key(config.master_key);
    if (!key) return stop_with(Exit::data, key.error().what, console);
    const MasterKey master(*key);
    const fs::path file = config.data / data_file;
    store::SqliteOptions store_options;
    store_options.path = file;
    store_options.fold_every = config.fold_every;
    auto store = store::SqliteStore::open(std::move(store_options));
    if (!store) return stop_with(Exit::data, store.error().message, console);
    try {
        store::SqliteEditions editions(file);
        library::Library library(library_options(config), editions);
        const Exit opened = open_library(library, config, console);
        if (opened != Exit::fine) return opened;
        return talk(config, **store, master, library, stop, console);
    } catch (const store::StoreError& trouble) {
        return stop_with(Exit::data, trouble.what(), console);
    }
}

}  // namespace attune::cli
