if(TACQ_SANITIZE)
    add_compile_options(-fsanitize=${TACQ_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${TACQ_SANITIZE})
    if(TACQ_SANITIZE MATCHES "undefined")
        # A finding ends the test: undefined behaviour is not a message to scroll past.
        add_compile_options(-fno-sanitize-recover=undefined)
    endif()
endif()
