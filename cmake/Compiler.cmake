# ccache when present. Precompiled headers need the sloppiness below, or every entry misses.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
        # Absolute paths that Qt6::Test defines for QFINDTESTDATA, which no test of ours uses.
        CCACHE_IGNOREOPTIONS=-DQT_TESTCASE_* ${CCACHE_PROGRAM})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
    else()
        add_compile_options(-fpch-preprocess)
    endif()
endif()
# Interposition of our own symbols is never wanted; without this the shared core cannot inline across files.
add_compile_options(-fno-semantic-interposition)
