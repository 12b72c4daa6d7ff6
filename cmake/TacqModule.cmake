# tacq_module(<name> LIGHT|ENGINE|ENGINE_STD SOURCES a.cpp … [LINK targets …])
#
# One room of core/: an OBJECT library `tacq-<name>` whose objects go into the shared tacq-core (LIGHT) or
# tacq-engine (ENGINE, with LibTorch and its precompiled header; ENGINE_STD, standard types only, so that a file costs no
# loading of that header). Unit tests link the objects directly, front ends the shared libraries.
# Dependencies in LINK are private to the module: no header of theirs reaches ui/ or app/.
function(tacq_module name kind)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_library(tacq-${name} OBJECT ${ARG_SOURCES})
    target_include_directories(tacq-${name} PUBLIC ${CMAKE_SOURCE_DIR}/core/include
                               PRIVATE ${CMAKE_SOURCE_DIR}/core/src)
    target_link_libraries(tacq-${name} PRIVATE tacq-warnings ${ARG_LINK} Threads::Threads)
    if(kind MATCHES "^ENGINE")
        if(kind STREQUAL "ENGINE")
            target_link_libraries(tacq-${name} PRIVATE tacq-torch)
            target_precompile_headers(tacq-${name} REUSE_FROM tacq-torch-pch)
        else()
            target_precompile_headers(tacq-${name} REUSE_FROM tacq-light-pch)
        endif()
        set_property(GLOBAL APPEND PROPERTY TACQ_ENGINE_MODULES tacq-${name})
        set_property(GLOBAL APPEND PROPERTY TACQ_ENGINE_LINK ${ARG_LINK})
    else()
        target_precompile_headers(tacq-${name} REUSE_FROM tacq-light-pch)
        set_property(GLOBAL APPEND PROPERTY TACQ_CORE_MODULES tacq-${name})
        set_property(GLOBAL APPEND PROPERTY TACQ_CORE_LINK ${ARG_LINK})
    endif()
endfunction()

# tacq_test(<name> LIGHT|ENGINE|ENGINE_STD SOURCES a.cpp … [LINK targets …])
#
# A doctest program over the module objects, run as one ctest case. ENGINE tests get LibTorch and its precompiled header,
# ENGINE_STD tests link the engine but see standard types only.
function(tacq_test name kind)
    if(kind MATCHES "^ENGINE" AND NOT TACQ_BUILD_ENGINE)
        return()
    endif()
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    get_property(coreLink GLOBAL PROPERTY TACQ_CORE_LINK)
    get_property(coreModules GLOBAL PROPERTY TACQ_CORE_MODULES)
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/core/src ${CMAKE_SOURCE_DIR}/tests/support)
    target_link_libraries(${name} PRIVATE tacq-warnings ${coreModules} ${coreLink} ${ARG_LINK} tacq-doctest-main Threads::Threads)
    if(kind MATCHES "^ENGINE")
        get_property(engineModules GLOBAL PROPERTY TACQ_ENGINE_MODULES)
        target_link_libraries(${name} PRIVATE ${engineModules} tacq-torch)
    endif()
    if(kind STREQUAL "ENGINE")
        target_precompile_headers(${name} REUSE_FROM tacq-torch-pch)
    else()
        target_precompile_headers(${name} REUSE_FROM tacq-light-pch)
    endif()
    # The headers were precompiled as position-independent code, so these programs must be compiled so too.
    set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
    target_compile_options(${name} PRIVATE -fPIC)
    add_test(NAME ${name} COMMAND ${name})
    if(kind MATCHES "^ENGINE")
        set_tests_properties(${name} PROPERTIES LABELS torch)
    endif()
endfunction()
