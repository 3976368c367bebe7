# The fonts of the UI, cut down to the characters that it can show: a whole Inter is ten times as large.
set(APLUS_FONT_CHARACTERS
  U+20-7E U+A0-FF                                                # ASCII, Latin-1: ¥ £ × · « » °
  U+2013-2014 U+2018-201A U+201C-201E U+2022 U+2026 U+2039-203A  # dashes, quotes, • … ‹ ›
  U+20A9 U+20AC                                                  # ₩ €
  U+2190-2193 U+21E7 U+2212 U+2260 U+2264-2265 U+2318 U+2325     # arrows ⇧ − ≠ ≤ ≥ ⌘ ⌥
  U+2713 U+2715 U+FFFD)                                          # ✓ ✕ and what stands for an unknown character

# ImGui reads outlines and widths only: no hints, no shaping tables, no names.
set(APLUS_SUBSET_OPTIONS --ignore-missing-unicodes --layout-features= --no-hinting --desubroutinize
  --drop-tables+=GPOS,GSUB,GDEF,GASP,DSIG,STAT,meta,vhea,vmtx --name-IDs= --notdef-outline --no-glyph-names)

# aplus_find_font(OUT FILE PACKAGE)
function(aplus_find_font out file package)
  unset(font) # or find_file would be content with what the caller has found before
  find_file(font "${file}" PATHS /usr/local/share/fonts /usr/share/fonts NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH NO_CACHE)
  if(NOT font)
    message(FATAL_ERROR "The font ${file} was not found; install Debian's package ${package}.")
  endif()
  set(${out} "${font}" PARENT_SCOPE)
endfunction()

find_program(PYFTSUBSET pyftsubset NO_CMAKE_FIND_ROOT_PATH)
if(NOT PYFTSUBSET)
  message(FATAL_ERROR "pyftsubset was not found; install Debian's package fonttools.")
endif()

# aplus_subset_fonts(OUT): the files of Inter Regular, Inter SemiBold and JetBrains Mono Regular, in that order.
function(aplus_subset_fonts out)
  string(REPLACE ";" "," characters "${APLUS_FONT_CHARACTERS}")
  foreach(file opentype/inter/Inter-Regular.otf opentype/inter/Inter-SemiBold.otf truetype/jetbrains-mono/JetBrainsMono-Regular.ttf)
    get_filename_component(name "${file}" NAME)
    aplus_find_font(font "${file}" "fonts-inter or fonts-jetbrains-mono")
    set(subset "${PROJECT_BINARY_DIR}/fonts/${name}")
    add_custom_command(OUTPUT "${subset}"
      COMMAND "${CMAKE_COMMAND}" -E make_directory "${PROJECT_BINARY_DIR}/fonts"
      COMMAND "${PYFTSUBSET}" "${font}" "--output-file=${subset}" "--unicodes=${characters}" ${APLUS_SUBSET_OPTIONS}
      DEPENDS "${font}" COMMENT "Subsetting ${name}" VERBATIM)
    list(APPEND subsets "${subset}")
  endforeach()
  set(${out} ${subsets} PARENT_SCOPE)
endfunction()

# aplus_subset_text(OUT NAME FONT PACKAGE TEXT): just these characters.
function(aplus_subset_text out name file package text)
  aplus_find_font(font "${file}" "${package}")
  set(subset "${PROJECT_BINARY_DIR}/fonts/${name}")
  add_custom_command(OUTPUT "${subset}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${PROJECT_BINARY_DIR}/fonts"
    COMMAND "${PYFTSUBSET}" "${font}" "--output-file=${subset}" "--text=${text}" ${APLUS_SUBSET_OPTIONS}
    DEPENDS "${font}" COMMENT "Subsetting ${name}" VERBATIM)
  set(${out} "${subset}" PARENT_SCOPE)
endfunction()

# aplus_subset_language(zh FONT PACKAGE): the characters of a language's catalogues as the target aplus_font_zh, which makes
# fonts/zh.ttf. The program does not hold them; the page fetches them when the language is chosen.
function(aplus_subset_language language file package)
  aplus_find_font(font "${file}" "${package}")
  file(GLOB catalogues CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/ui/languages/${language}/*.json")
  list(TRANSFORM catalogues PREPEND "--text-file=" OUTPUT_VARIABLE texts)
  set(subset "${PROJECT_BINARY_DIR}/fonts/${language}.ttf")
  add_custom_command(OUTPUT "${subset}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${PROJECT_BINARY_DIR}/fonts"
    COMMAND "${PYFTSUBSET}" "${font}" "--output-file=${subset}" ${texts} ${APLUS_SUBSET_OPTIONS}
    DEPENDS "${font}" ${catalogues} COMMENT "Subsetting the characters of ${language}" VERBATIM)
  add_custom_target(aplus_font_${language} ALL DEPENDS "${subset}")
endfunction()
