// Sealing what people said: a key per person, wrapped by a master key that lives outside the data.
// XChaCha20-Poly1305 with a random nonce; the additional data names what the bytes are, so that no
// row can be passed off as another.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/result.h"

namespace attune {

using KeyBytes = std::array<unsigned char, 32>;

// What a sealed field is. The numbers are part of what is sealed: only add.
enum class Sealed : std::uint8_t {
    key = 1,  // a person's key, under the master key
    profile = 2,
    state = 3,  // for (person, n), in a turn row or a fold alike
    body = 4,   // the messages of a turn
    journal = 5,
    address = 6,
    failed = 7,
    change = 8,  // what a turn changed in the state, for (person, n)
};

struct SealError {
    SealError() = default;
    explicit SealError(std::string why) : what(std::move(why)) {}
    std::string what;
};

// One person's key. Zeroed when it goes.
class PersonKey {
public:
    explicit PersonKey(const KeyBytes& key) : key_(key) {}
    PersonKey(const PersonKey&) = default;
    PersonKey& operator=(const PersonKey&) = default;
    ~PersonKey();

    Bytes seal(Sealed kind, PersonId person, std::int64_t n, BytesView plain) const;
    // Nothing if a bit differs, or if it was sealed as something else.
    std::optional<Bytes> open(Sealed kind, PersonId person, std::int64_t n, BytesView sealed) const;

private:
    friend class MasterKey;
    KeyBytes key_;
};

// Wraps the keys of persons and makes the keyed hashes.
class MasterKey {
public:
    explicit MasterKey(const KeyBytes& key);
    MasterKey(const MasterKey&) = delete;
    MasterKey& operator=(const MasterKey&) = delete;
    ~MasterKey();

    PersonKey make_person_key() const;
    Bytes wrap(const PersonKey& key, PersonId person) const;
    std::optional<PersonKey> unwrap(PersonId person, BytesView wrapped) const;

    // Hashes under subkeys of their own: equal input, equal hash, and nobody can try out guesses
    // without the key.
    Bytes address_hash(std::string_view transport, std::string_view outside_id) const;  // 32 bytes
    std::uint64_t input_hash(
        PersonId person, std::string_view transport, std::string_view id) const;
    Bytes fingerprint(PersonId person, std::string_view content) const;  // 16 bytes
    std::uint64_t seed_of(std::string_view outside_id) const;

private:
    KeyBytes wrap_key_;
    KeyBytes hash_key_;
};

// Reads the key file, or makes it (mode 0600, 32 random bytes as 64 hex digits, synced) where there
// is none. Refused: a file others may read, one of another form.
Result<KeyBytes, SealError> master_key_from(const std::filesystem::path& file);

// A keyed hash for picking wordings: equal everywhere and for ever.
std::uint64_t keyed_hash(std::uint64_t seed, std::string_view text);

// 32 random bytes in base64url, 43 characters: what a page is known by.
std::string make_token();
bool is_token(std::string_view text);

// Must run once before anything else here; false if the machine has no randomness.
bool sealing_ready();

}  // namespace attune
