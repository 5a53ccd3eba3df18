# attune_embed(TARGET NAME FOLDER FILES…): builds files into the target, so that one program runs.
# They are there as  std::span<const attune::EmbeddedFile> attune::embedded_NAME()  (base/embedded.h).

set(ATTUNE_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake)

function(attune_embed target name folder)
    set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp)
    set(inputs ${ARGN})
    list(TRANSFORM inputs PREPEND ${folder}/)
    string(REPLACE ";" "," files "${ARGN}")
    add_custom_command(
        OUTPUT ${out}
        COMMAND ${CMAKE_COMMAND} -DNAME=${name} -DFOLDER=${folder} -DFILES=${files} -DOUT=${out}
                -P ${ATTUNE_EMBED_SCRIPT}
        DEPENDS ${inputs} ${ATTUNE_EMBED_SCRIPT}
        VERBATIM)
    target_sources(${target} PRIVATE ${out})
endfunction()
