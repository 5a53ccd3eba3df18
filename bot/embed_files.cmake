# Writes OUT: the files FILES (comma-separated, below FOLDER) as byte arrays.
string(REPLACE "," ";" FILES "${FILES}")
set(arrays "")
set(entries "")
set(index 0)
foreach(file IN LISTS FILES)
    file(READ ${FOLDER}/${file} hex HEX)
    file(SIZE ${FOLDER}/${file} size)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    string(APPEND arrays "const unsigned char file_${index}[] = {${bytes}0};\n")
    string(APPEND entries
        "    {\"${file}\", {reinterpret_cast<const char*>(file_${index}), ${size}}},\n")
    math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${OUT} "#include \"base/embedded.h\"\n
namespace attune {\nnamespace {\n${arrays}
const EmbeddedFile files[] = {\n${entries}};\n}  // namespace
std::span<const EmbeddedFile> embedded_${NAME}() { return files; }\n}  // namespace attune\n")
