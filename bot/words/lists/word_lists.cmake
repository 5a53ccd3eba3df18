# attune_word_lists(TARGET): the words of each language that this system has lists for become part of
# the target. Where they come from, and under which terms, says README.md in this folder.
#   -DATTUNE_WORD_LISTS=en;es   builds with these only

set(ATTUNE_WORD_LISTS "en;de;es" CACHE STRING "Languages whose typing slips are forgiven")
set(ATTUNE_WORD_LISTS_HERE ${CMAKE_CURRENT_LIST_DIR})

# Sets `files` to the lists of the language, empty if one is not installed.
function(attune_word_files language)
    if(language STREQUAL en)
        set(files /usr/share/dict/american-english /usr/share/dict/british-english)
    elseif(language STREQUAL de)
        set(files /usr/share/dict/ngerman)
    elseif(language STREQUAL es)
        # The word list of Debian has no forms of verbs; the spelling dictionary makes them.
        find_program(UNMUNCH unmunch)
        set(dictionary /usr/share/hunspell/es_ES)
        if(UNMUNCH AND EXISTS ${dictionary}.dic)
            set(files ${CMAKE_CURRENT_BINARY_DIR}/es.forms)
            add_custom_command(
                OUTPUT ${files}
                COMMAND ${UNMUNCH} ${dictionary}.dic ${dictionary}.aff > ${files} 2>/dev/null
                DEPENDS ${dictionary}.dic ${dictionary}.aff)
            list(APPEND files /usr/share/dict/spanish)
        endif()
    endif()
    foreach(file IN LISTS files)
        if(NOT EXISTS ${file} AND NOT file MATCHES "forms$")
            set(files "")
            break()
        endif()
    endforeach()
    set(files ${files} PARENT_SCOPE)
endfunction()

function(attune_word_lists target)
    # The tool folds words as the library does; it cannot be linked with what it helps to build.
    add_executable(make_word_list
        ${ATTUNE_WORD_LISTS_HERE}/make_word_list.cpp
        ${ATTUNE_WORD_LISTS_HERE}/word_graph.cpp
        ${ATTUNE_WORD_LISTS_HERE}/../folding.cpp)
    target_link_libraries(make_word_list PRIVATE attune_rules ICU::uc)
    set(WORD_LIST_DATA "")
    set(WORD_LIST_CASES "")
    set(blobs "")
    foreach(language IN LISTS ATTUNE_WORD_LISTS)
        attune_word_files(${language})
        if(NOT files)
            message(STATUS "No word list for \"${language}\" here: typing slips are not forgiven in it")
            continue()
        endif()
        set(blob ${CMAKE_CURRENT_BINARY_DIR}/${language}.words)
        add_custom_command(
            OUTPUT ${blob}
            COMMAND make_word_list ${language} ${blob} ${files}
            DEPENDS make_word_list ${files}
            VERBATIM)
        list(APPEND blobs ${blob})
        string(APPEND WORD_LIST_DATA
            "asm(\".pushsection .rodata\\n.balign 4\\n\"\n"
            "    \".globl attune_words_${language}\\nattune_words_${language}:\\n\"\n"
            "    \".incbin \\\"${blob}\\\"\\n\"\n"
            "    \".globl attune_words_${language}_end\\nattune_words_${language}_end:\\n.popsection\\n\");\n"
            "extern \"C\" const std::uint32_t attune_words_${language}[];\n"
            "extern \"C\" const std::uint32_t attune_words_${language}_end[];\n\n")
        string(APPEND WORD_LIST_CASES
            "    static const WordList ${language}({attune_words_${language}, attune_words_${language}_end});\n"
            "    if (base == \"${language}\") return &${language};\n")
    endforeach()
    set(embedded ${CMAKE_CURRENT_BINARY_DIR}/word_lists.cpp)
    configure_file(${ATTUNE_WORD_LISTS_HERE}/embedded.cpp.in ${embedded} @ONLY)
    set_source_files_properties(${embedded} PROPERTIES OBJECT_DEPENDS "${blobs}")
    target_sources(${target} PRIVATE ${embedded})
endfunction()
