# One library per folder of src/, linked only with the folders that it may use.
#
#   aplus_folder(protocol USES crypto PRIVATE aplus::json)
#
# makes aplus_protocol from every .cpp below src/protocol; USES names folders, PRIVATE and PUBLIC foreign libraries.
# A folder that has no .cpp yet is there as headers only.
function(aplus_folder name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "DIR" "USES;PRIVATE;PUBLIC;SOURCES")
  if(NOT arg_DIR)
    set(arg_DIR ${name})
  endif()
  foreach(dir IN LISTS arg_DIR)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${dir}/*.cpp")
    # NAME.native.cpp and NAME.wasm.cpp are two ways to do the same; each build has its own.
    if(EMSCRIPTEN)
      list(FILTER found EXCLUDE REGEX "\\.native\\.cpp$")
    else()
      list(FILTER found EXCLUDE REGEX "\\.wasm\\.cpp$")
    endif()
    list(APPEND arg_SOURCES ${found})
  endforeach()
  list(TRANSFORM arg_USES PREPEND aplus_)
  if(arg_SOURCES)
    add_library(aplus_${name} STATIC ${arg_SOURCES})
    target_include_directories(aplus_${name} PUBLIC "${APLUS_GENERATED}")
    target_link_libraries(aplus_${name} PUBLIC aplus_options ${arg_USES} ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  else()
    message(STATUS "src/${arg_DIR}: no sources yet")
    add_library(aplus_${name} INTERFACE)
    target_link_libraries(aplus_${name} INTERFACE aplus_options ${arg_USES} ${arg_PUBLIC})
  endif()
endfunction()

# aplus_program(aplus SOURCES app/aplus_main.cpp LINKS aplus_ui): says so and makes nothing while its sources are missing.
function(aplus_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  foreach(source IN LISTS arg_SOURCES)
    if(NOT EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${source}" AND NOT EXISTS "${source}")
      set(missing "${source}")
    endif()
  endforeach()
  if(missing OR NOT arg_SOURCES)
    message(STATUS "${name}: left out, ${missing} has not been written yet")
    return()
  endif()
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE aplus_options ${arg_LINKS})
endfunction()

# aplus_node_program(NAME): how the wasm programs that run under Node are linked.
function(aplus_node_program name)
  if(EMSCRIPTEN AND TARGET ${name})
    target_link_options(${name} PRIVATE -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1
      ${APLUS_STACK} $<$<CONFIG:Debug>:-sASSERTIONS=1> $<$<CONFIG:Debug>:-sSTACK_OVERFLOW_CHECK=2>)
  endif()
endfunction()

# aplus_page_program(NAME EXPORTS _main …): an ES module and its wasm for a page: one thread, WebGL 2, no files, no eval.
function(aplus_page_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "EXPORTS")
  if(NOT TARGET ${name})
    return()
  endif()
  list(JOIN arg_EXPORTS "," exports)
  set_target_properties(${name} PROPERTIES SUFFIX .mjs)
  target_link_options(${name} PRIVATE
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web,worker -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sALLOW_MEMORY_GROWTH=1 ${APLUS_STACK}
    "-sEXPORTED_FUNCTIONS=${exports}" -sEXPORTED_RUNTIME_METHODS=UTF8ToString,stringToUTF8,lengthBytesUTF8)
endfunction()
