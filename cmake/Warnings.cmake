# One interface target with every warning we hold ourselves to; each flag with its reason.
add_library(tacq-warnings INTERFACE)
target_compile_options(tacq-warnings INTERFACE
    -Wall -Wextra          # the usual set
    -Wpedantic             # two compilers must agree on what C++ is
    -Wshadow               # a shadowed size or index is a wrong result, silently
    -Wnon-virtual-dtor     # deleting through a base without it leaks
    -Woverloaded-virtual   # an override that is none
    -Wcast-align           # tensors are read through casts; misalignment is undefined
    -Wnull-dereference     # found by flow analysis only at -O2, hence worth asking
    -Wdouble-promotion     # float code that quietly becomes double loses SIMD width
    -Wformat=2             # format strings checked as code
)
