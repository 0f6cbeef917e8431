import type { CompletionCases } from "./completion-cases.ts";

/** A completion script for bash, from 3.2 on, the one that macOS brings. */
export function bashScript({ places, valued, offers }: CompletionCases): string {
  const lines = offers.map(([key, value]) => {
    if (value === "file") return `    ${quoted(key)}) offer=(-f) ;;`;
    if (value === "folder") return `    ${quoted(key)}) offer=(-d) ;;`;
    return `    ${quoted(key)}) offer=(-W ${quoted(value.map(({ name }) => name).join(" "))}) ;;`;
  });
  return `# Completion of floe for bash. In ~/.bashrc: eval "$(floe completion bash)"
_floe() {
  local cur=\${COMP_WORDS[COMP_CWORD]} at=floe count=0 word key line i
  local -a offer=()
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case "$at $word" in
    ${places.map(quoted).join(" | ")}) at="$at $word" count=0 ;;
    ${valued.map(quoted).join(" | ")}) i=$((i + 1)) ;;
    *" -"*) ;;
    *) count=$((count + 1)) ;;
    esac
  done
  if ((i > COMP_CWORD)); then key="$at $word"
  elif [[ $cur == -* ]]; then key="$at -"
  else key="$at $count"
  fi
  case "$key" in
${lines.join("\n")}
    *) return ;;
  esac
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "\${offer[@]}" -- "$cur")
}
complete -o filenames -F _floe floe`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
