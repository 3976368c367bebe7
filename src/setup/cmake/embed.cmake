# Files that travel inside the program, so that no build needs a file system.
#
#   aplus_embed(OUT NAME scenario/builtin NAMESPACE aplus::scenario TABLE kBuiltinFiles FILES a.json b.json)
#     -> "scenario/builtin.h": std::array<EmbeddedFile, N> kBuiltinFiles, each {name without folder, bytes}
#   aplus_embed(OUT NAME ui/fonts_data NAMESPACE aplus::ui FUNCTIONS interRegular FILES Inter-Regular.otf)
#     -> "ui/fonts_data.h": std::span<unsigned char const> interRegular();
#
# OUT receives the generated sources, to be given to the library that wants them.
set(APLUS_GENERATED "${PROJECT_BINARY_DIR}/generated")

function(aplus_embed out)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "NAME;NAMESPACE;TABLE" "FUNCTIONS;FILES")
  set(stem "${APLUS_GENERATED}/${arg_NAME}")
  set(script "${PROJECT_SOURCE_DIR}/src/setup/cmake/embed_files.cmake")
  # The list is part of the command, so a file that is added or taken away runs it again.
  add_custom_command(
    OUTPUT "${stem}.h" "${stem}.cpp"
    COMMAND "${CMAKE_COMMAND}" "-DSTEM=${stem}" "-DNAME=${arg_NAME}" "-DNAMESPACE=${arg_NAMESPACE}"
            "-DTABLE=${arg_TABLE}" "-DFUNCTIONS=${arg_FUNCTIONS}" "-DFILES=${arg_FILES}" -P "${script}"
    DEPENDS ${arg_FILES} "${script}"
    COMMENT "Embedding ${arg_NAME}" VERBATIM)
  set_source_files_properties("${stem}.cpp" PROPERTIES COMPILE_OPTIONS -w) # long literals
  set(${out} "${stem}.h" "${stem}.cpp" PARENT_SCOPE)
endfunction()
