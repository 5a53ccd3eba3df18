# What is served below /widget/ (index.html at / too), built into the program by its web transport:
#   include(web/widget/files.cmake)
#   attune_embed_widget(transport_web)
# Modules are served as they are written, but for their comment lines: a phone on a train has no use
# for those, and they are a quarter of the weight.

set(ATTUNE_WIDGET_FOLDER ${CMAKE_CURRENT_LIST_DIR})
set(ATTUNE_WIDGET_PLAIN_FILES index.html page.css icon.svg)
set(ATTUNE_WIDGET_MODULES
    attune-chat.js
    element.js
    view.js
    talk.js
    connection.js
    line-news.js
    protocol.js
    conversation.js
    outbox.js
    store.js
    pace.js
    log.js
    picture-and-link.js
    answer-area.js
    choices.js
    scale.js
    number.js
    day-and-time.js
    contact.js
    choose-many.js
    ready-list.js
    moving.js
    breath.js
    field.js
    status.js
    nodes.js
    wording.js
    strings/en.js
    strings/en-controls.js
    styles.js
    control-styles.js)

function(attune_embed_widget target)
    set(out ${CMAKE_CURRENT_BINARY_DIR}/widget)
    foreach(file IN LISTS ATTUNE_WIDGET_PLAIN_FILES)
        configure_file(${ATTUNE_WIDGET_FOLDER}/${file} ${out}/${file} COPYONLY)
    endforeach()
    foreach(file IN LISTS ATTUNE_WIDGET_MODULES)
        get_filename_component(folder ${out}/${file} DIRECTORY)
        file(MAKE_DIRECTORY ${folder})
        add_custom_command(
            OUTPUT ${out}/${file}
            COMMAND sed -E -f ${ATTUNE_WIDGET_FOLDER}/no-comments.sed
                    ${ATTUNE_WIDGET_FOLDER}/${file} > ${out}/${file}
            DEPENDS ${ATTUNE_WIDGET_FOLDER}/${file} ${ATTUNE_WIDGET_FOLDER}/no-comments.sed
            VERBATIM)
    endforeach()
    attune_embed(${target} widget ${out} ${ATTUNE_WIDGET_PLAIN_FILES} ${ATTUNE_WIDGET_MODULES})
endfunction()
