# The fonts of the UI, cut down to the characters that it can show: a whole Inter is ten times as large.
set(APLUS_FONT_CHARACTERS
  U+20-7E U+A0-FF                                                # ASCII, Latin-1: ¥ £ × · « » °
  U+2013-2014 U+2018-201A U+201C-201E U+2022 U+2026 U+2039-203A  # dashes, quotes, • … ‹ ›
  U+20A9 U+20AC                                                  # ₩ €
  U+2190-2193 U+21E7 U+2212 U+2260 U+2264-2265 U+2318 U+2325     # arrows ⇧ − ≠ ≤ ≥ ⌘ ⌥
  U+2713 U+2715 U+FFFD)                                          # ✓ ✕ and what stands for an unknown character

# aplus_subset_fonts(OUT): the files of Inter Regular, Inter SemiBold and JetBrains Mono Regular, in that order.
function(aplus_subset_fonts out)
  find_program(PYFTSUBSET pyftsubset NO_CMAKE_FIND_ROOT_PATH)
  if(NOT PYFTSUBSET)
    message(FATAL_ERROR "pyftsubset was not found; install Debian's package fonttools.")
  endif()
  string(REPLACE ";" "," characters "${APLUS_FONT_CHARACTERS}")
  foreach(file opentype/inter/Inter-Regular.otf opentype/inter/Inter-SemiBold.otf truetype/jetbrains-mono/JetBrainsMono-Regular.ttf)
    get_filename_component(name "${file}" NAME)
    find_file(font "${file}" PATHS /usr/local/share/fonts /usr/share/fonts NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH NO_CACHE)
    if(NOT font)
      message(FATAL_ERROR "The font ${name} was not found; install Debian's packages fonts-inter and fonts-jetbrains-mono.")
    endif()
    set(subset "${PROJECT_BINARY_DIR}/fonts/${name}")
    # ImGui reads outlines and widths only: no hints, no shaping tables, no names.
    add_custom_command(OUTPUT "${subset}"
      COMMAND "${CMAKE_COMMAND}" -E make_directory "${PROJECT_BINARY_DIR}/fonts"
      COMMAND "${PYFTSUBSET}" "${font}" "--output-file=${subset}" "--unicodes=${characters}" --ignore-missing-unicodes
              --layout-features= --no-hinting --desubroutinize --drop-tables+=GPOS,GSUB,GDEF,GASP,DSIG,STAT,meta
              --name-IDs= --notdef-outline --no-glyph-names
      DEPENDS "${font}" COMMENT "Subsetting ${name}" VERBATIM)
    list(APPEND subsets "${subset}")
    unset(font)
  endforeach()
  set(${out} ${subsets} PARENT_SCOPE)
endfunction()
