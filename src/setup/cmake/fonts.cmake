# The fonts of the UI, cut down to the characters that it can show: a whole Inter is ten times as large.
set(APLUS_FONT_CHARACTERS
  U+20-7E U+A0-FF            # ASCII and Latin-1: £ ¥ × · « » °; Latin Extended-A would cost another 7 kB
  U+2010-2015 U+2018-201E U+2020-2022 U+2026 U+2030 U+2032-2033 U+2039-203A   # dashes, quotes, • … ‰ ′ ″ ‹ ›
  U+20A9 U+20AB-20AC U+20B1 U+20B9 U+20BD U+20BF U+0E3F                       # ₩ ₫ € ₱ ₹ ₽ ₿ ฿
  U+2116 U+2122 U+2190-2199 U+21A9-21AA U+21B5 U+21BA-21BB U+21C4-21C6 U+21E7 # № ™ arrows ↩ ↪ ↵ ↺ ↻ ⇄ ⇧
  U+2212 U+2248 U+2260 U+2264-2265 U+221E U+2318 U+2325 U+23CE U+232B         # − ≈ ≠ ≤ ≥ ∞ ⌘ ⌥ ⏎ ⌫
  U+23EA U+23E9 U+23ED-23EE U+23F5-23FA                                       # media keys, where a font has them
  U+2500 U+2502 U+2514 U+251C                                                 # tree lines
  U+25A0-25A1 U+25B2-25B3 U+25B6-25B7 U+25BC-25BD U+25C0-25C1 U+25C6-25C7 U+25CB U+25CF
  U+2605-2606 U+26A0 U+2713-2714 U+2715 U+2717 U+2192 U+FFFD)

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
