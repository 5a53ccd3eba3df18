#include "base/seal.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/binary.h"

namespace attune {

namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(sizeof(KeyBytes) == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char* raw(BytesView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(Bytes& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

// Kind, person and number of what is sealed, eight bytes each.
using Label = std::array<unsigned char, 24>;

Label label_of(Sealed kind, PersonId person, std::int64_t n) {
    Label label{};
    label[0] = static_cast<unsigned char>(kind);
    for (unsigned i = 0; i < 8; ++i) {
        label[8 + i] =
            static_cast<unsigned char>(static_cast<std::uint64_t>(person.value) >> (8 * i));
        label[16 + i] = static_cast<unsigned char>(static_cast<std::uint64_t>(n) >> (8 * i));
    }
    return label;
}

// Fetched from the system for many at once: a system call for each is felt in what a turn costs.
class Nonces {
public:
    void put_next(unsigned char* to) {
        if (next_ + nonce_bytes > random_.size()) {
            randombytes_buf(random_.data(), random_.size());
            next_ = 0;
        }
        std::memcpy(to, random_.data() + next_, nonce_bytes);
        next_ += nonce_bytes;
    }

private:
    std::array<unsigned char, 64 * nonce_bytes> random_{};
    std::size_t next_ = random_.size();
};

Bytes seal_under(const KeyBytes& key, const Label& label, BytesView plain) {
    Bytes sealed(nonce_bytes + plain.size() + tag_bytes, '\0');
    thread_local Nonces nonces;
    nonces.put_next(raw(sealed));
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        raw(sealed) + nonce_bytes,
        nullptr,
        raw(plain),
        plain.size(),
        label.data(),
        label.size(),
        nullptr,
        raw(sealed),
        key.data());
    return sealed;
}

std::optional<Bytes> open_under(const KeyBytes& key, const Label& label, BytesView sealed) {
    if (sealed.size() < nonce_bytes + tag_bytes) return std::nullopt;
    Bytes plain(sealed.size() - nonce_bytes - tag_bytes, '\0');
    const int wrong = crypto_aead_xchacha20poly1305_ietf_decrypt(
        raw(plain),
        nullptr,
        nullptr,
        raw(sealed) + nonce_bytes,
        sealed.size() - nonce_bytes,
        label.data(),
        label.size(),
        raw(sealed),
        key.data());
    if (wrong != 0) return std::nullopt;
    return plain;
}

// A hash of `size` bytes under the key; `use` keeps hashes for different uses apart.
Bytes hash_under(const KeyBytes& key, char use, BytesView content, std::size_t size) {
    Bytes labelled(1, use);
    labelled.append(content);
    Bytes hash(size, '\0');
    crypto_generichash(
        raw(hash), hash.size(), raw(labelled), labelled.size(), key.data(), key.size());
    return hash;
}

std::uint64_t first_64_bits(BytesView hash) {
    std::uint64_t number = 0;
    for (unsigned i = 0; i < 8; ++i) {
        number |= static_cast<std::uint64_t>(static_cast<unsigned char>(hash[i])) << (8 * i);
    }
    return number;
}

KeyBytes subkey_of(const KeyBytes& master, std::uint64_t number) {
    KeyBytes key{};
    crypto_kdf_derive_from_key(key.data(), key.size(), number, "attune01", master.data());
    return key;
}

class OpenFile {
public:
    explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    int get() const { return descriptor_; }
    explicit operator bool() const { return descriptor_ >= 0; }

private:
    int descriptor_;
};

SealError trouble_with(const std::filesystem::path& file, const std::string& what) {
    return SealError("master key " + file.string() + ": " + what);
}

SealError errno_with(const std::filesystem::path& file, const char* doing) {
    return trouble_with(file, std::string("cannot ") + doing + ": " + std::strerror(errno));
}

// Only for whom the server runs as. One that cannot be made shows when the file is opened.
void make_own_folder(const std::filesystem::path& folder) {
    std::error_code ignored;
    if (folder.empty() || std::filesystem::exists(folder, ignored)) return;
    std::filesystem::create_directories(folder.parent_path(), ignored);
    ::mkdir(folder.c_str(), 0700);
}

Result<KeyBytes, SealError> make_key_file(const std::filesystem::path& file) {
    const auto folder = file.parent_path();
    make_own_folder(folder);
    KeyBytes key{};
    randombytes_buf(key.data(), key.size());
    std::array<char, 2 * sizeof(KeyBytes) + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), key.data(), key.size());
    hex.back() = '\n';

    // Written aside and linked into place whole: a crash leaves no half key under the name.
    const auto aside = std::filesystem::path(file.string() + ".new");
    const OpenFile out(::open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!out) return errno_with(file, "make it");
    const auto written = ::write(out.get(), hex.data(), hex.size());
    if (written != static_cast<ssize_t>(hex.size()) || ::fsync(out.get()) != 0) {
        return errno_with(file, "write it");
    }
    if (::rename(aside.c_str(), file.c_str()) != 0) return errno_with(file, "put it in place");
    const OpenFile dir(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC));
    if (!dir || ::fsync(dir.get()) != 0) return errno_with(file, "sync its folder");
    return key;
}

Result<KeyBytes, SealError> read_key_file(const std::filesystem::path& file, int descriptor) {
    struct stat about {};
    if (::fstat(descriptor, &about) != 0) return errno_with(file, "look at it");
    if ((about.st_mode & 077U) != 0) {
        return trouble_with(file, "others may read it; run: chmod 600 " + file.string());
    }
    std::array<char, 2 * sizeof(KeyBytes) + 2> hex{};
    const auto size = ::read(descriptor, hex.data(), hex.size());
    if (size < 0) return errno_with(file, "read it");
    BytesView text(hex.data(), static_cast<std::size_t>(size));
    if (text.ends_with('\n')) text.remove_suffix(1);
    KeyBytes key{};
    std::size_t key_size = 0;
    const int wrong = sodium_hex2bin(
        key.data(), key.size(), text.data(), text.size(), nullptr, &key_size, nullptr);
    if (wrong != 0 || key_size != key.size() || text.size() != 2 * key.size()) {
        return trouble_with(
            file,
            "it is not 64 hex digits; put back the file that belongs to this data (without it what "
            "is kept cannot be read)");
    }
    return key;
}

}  // namespace

PersonKey::~PersonKey() {
    sodium_memzero(key_.data(), key_.size());
}

Bytes PersonKey::seal(Sealed kind, PersonId person, std::int64_t n, BytesView plain) const {
    return seal_under(key_, label_of(kind, person, n), plain);
}

std::optional<Bytes> PersonKey::open(
    Sealed kind, PersonId person, std::int64_t n, BytesView sealed) const {
    return open_under(key_, label_of(kind, person, n), sealed);
}

MasterKey::MasterKey(const KeyBytes& key)
    : wrap_key_(subkey_of(key, 1)), hash_key_(subkey_of(key, 2)) {}

MasterKey::~MasterKey() {
    sodium_memzero(wrap_key_.data(), wrap_key_.size());
    sodium_memzero(hash_key_.data(), hash_key_.size());
}

PersonKey MasterKey::make_person_key() const {
    KeyBytes key{};
    randombytes_buf(key.data(), key.size());
    return PersonKey(key);
}

Bytes MasterKey::wrap(const PersonKey& key, PersonId person) const {
    const BytesView plain(reinterpret_cast<const char*>(key.key_.data()), key.key_.size());
    return seal_under(wrap_key_, label_of(Sealed::key, person, 0), plain);
}

std::optional<PersonKey> MasterKey::unwrap(PersonId person, BytesView wrapped) const {
    const auto plain = open_under(wrap_key_, label_of(Sealed::key, person, 0), wrapped);
    if (!plain || plain->size() != sizeof(KeyBytes)) return std::nullopt;
    KeyBytes key{};
    std::memcpy(key.data(), plain->data(), key.size());
    return PersonKey(key);
}

Bytes MasterKey::address_hash(std::string_view transport, std::string_view outside_id) const {
    Bytes content;
    BinaryWriter out(content);
    out.bytes(transport);
    out.bytes(outside_id);
    return hash_under(hash_key_, 'a', content, 32);
}

std::uint64_t MasterKey::input_hash(
    PersonId person, std::string_view transport, std::string_view id) const {
    Bytes content;
    BinaryWriter out(content);
    out.signed_number(person.value);
    out.bytes(transport);
    out.bytes(id);
    const std::uint64_t hash = first_64_bits(hash_under(hash_key_, 'i', content, 16));
    return hash == 0 ? 1 : hash;  // 0 means "no input" to a store
}

Bytes MasterKey::fingerprint(PersonId person, std::string_view content) const {
    Bytes labelled;
    BinaryWriter out(labelled);
    out.signed_number(person.value);
    out.bytes(content);
    return hash_under(hash_key_, 'p', labelled, 16);
}

std::uint64_t MasterKey::seed_of(std::string_view outside_id) const {
    return first_64_bits(hash_under(hash_key_, 's', outside_id, 16));
}

Result<KeyBytes, SealError> master_key_from(const std::filesystem::path& file) {
    const OpenFile existing(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (existing) return read_key_file(file, existing.get());
    if (errno != ENOENT) return errno_with(file, "open it");
    return make_key_file(file);
}

std::uint64_t keyed_hash(std::uint64_t seed, std::string_view text) {
    std::array<unsigned char, crypto_shorthash_KEYBYTES> key{};
    for (unsigned i = 0; i < 8; ++i) key[i] = static_cast<unsigned char>(seed >> (8 * i));
    Bytes hash(crypto_shorthash_BYTES, '\0');
    crypto_shorthash(raw(hash), raw(text), text.size(), key.data());
    return first_64_bits(hash);
}

std::string make_token() {
    KeyBytes random{};
    randombytes_buf(random.data(), random.size());
    constexpr int form = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::array<char, sodium_base64_ENCODED_LEN(sizeof(KeyBytes), form)> text{};
    sodium_bin2base64(text.data(), text.size(), random.data(), random.size(), form);
    return text.data();
}

bool is_token(std::string_view text) {
    if (text.size() != 43) return false;
    for (const char c : text) {
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') return false;
    }
    return true;
}

bool sealing_ready() {
    return sodium_init() >= 0;
}

}  // namespace attune
