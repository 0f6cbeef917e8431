import type { CompletionCases } from "./completion-cases.ts";
import type { CompletionOffer } from "./completion-place.ts";

/** A completion script for zsh: to be sourced, or saved as `_floe` in a folder of `fpath`. */
export function zshScript({ places, valued, offers }: CompletionCases): string {
  const lines = offers.map(([key, value]) => {
    if (value === "file") return `    (${quoted(key)}) _files ;;`;
    if (value === "folder") return `    (${quoted(key)}) _files -/ ;;`;
    const kind = key.endsWith(" -") ? "-o option" : "word";
    return `    (${quoted(key)}) offer=(${value.map(described).join(" ")}); _describe ${kind} offer ;;`;
  });
  return `#compdef floe
# Completion of floe for zsh. In ~/.zshrc, after compinit: eval "$(floe completion zsh)"
_floe() {
  local at=floe count=0 word key i
  local -a offer
  for ((i = 2; i < CURRENT; i++)); do
    word=$words[i]
    case "$at $word" in
    (${places.map(quoted).join("|")}) at="$at $word" count=0 ;;
    (${valued.map(quoted).join("|")}) i=$((i + 1)) ;;
    (*" -"*) ;;
    (*) count=$((count + 1)) ;;
    esac
  done
  if ((i > CURRENT)); then key="$at $word"
  elif [[ $words[CURRENT] == -* ]]; then key="$at -"
  else key="$at $count"
  fi
  case "$key" in
${lines.join("\n")}
  esac
}
if [[ $funcstack[1] == _floe ]]; then _floe "$@"; else compdef _floe floe; fi`;
}

/** `name:description`; a colon of the name itself has to be escaped. */
function described({ name, description }: CompletionOffer): string {
  const escaped = name.replaceAll(":", "\\:");
  return quoted(description === "" ? escaped : `${escaped}:${description}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
