# Completes opalmind's command lines in bash. Made by 'opalmind completion bash' from the commands themselves.
#
# No Java is started to complete, save for the names of sites, which are kept for half a minute. What files, sites and
# profiles are called is never evaluated. Written for bash 3.2 and newer; bash-completion is not needed.

@TABLES@
# Takes quotes and backslashes off TEXT as the shell would: into plain, and the quote that is still open into quote.
_opalmind_plain() {
  local text=$1 c
  plain= quote=
  while [[ -n $text ]]; do
    c=${text:0:1} text=${text:1}
    if [[ $quote == "'" ]]; then
      if [[ $c == "'" ]]; then quote=; else plain+=$c; fi
    elif [[ $c == "\\" ]]; then
      if [[ -n $quote && ${text:0:1} != [\$\`\"\\] ]]; then plain+=$c; fi
      plain+=${text:0:1} text=${text:1}
    elif [[ -n $quote && $c == "$quote" ]]; then quote=
    elif [[ -z $quote && $c == [\'\"] ]]; then quote=$c
    else plain+=$c
    fi
  done
}

# Writes TEXT as it is to stand inside the open QUOTE, or outside of any: into quoted.
_opalmind_quoted() {
  local text=$1 c
  quoted=
  while [[ -n $text ]]; do
    c=${text:0:1} text=${text:1}
    case $2 in
      "'") [[ $c == "'" ]] && c="'\\''" ;;
      '"') [[ $c == [\$\`\"\\] ]] && c="\\$c" ;;
      *) [[ $c == []\ \!\"\#\$\&\'\(\)\*\:\;\<\=\>\?\@\[\\\^\`\{\|\}\~] ]] && c="\\$c" ;;
    esac
    quoted+=$c
  done
  # Readline takes a quote at the end for the one that closes.
  [[ -n $2 && $quoted == *"$2" ]] && quoted+=$2
}

# Offers the rest of each WORD that begins with what is typed. BEFORE is the part of it that stays, such as label, of
# label,nb_visits.
_opalmind_offer() { # BEFORE WORD...
  local before=$1 word quoted
  shift
  for word in "$@"; do
    word=$before$word
    [[ $word == "$value"* ]] || continue
    [[ $quote == '"' && $word == *'!'* ]] && continue
    # Bash splits at = and :, and replaces what stands behind.
    if [[ -n $kept && $word == "$kept"* ]]; then
      word=${word#"$kept"}
    fi
    _opalmind_quoted "$word" "$quote"
    COMPREPLY+=("$lead$quoted")
  done
}

# Words of which some may be given, with commas between them: those that are not there yet.
_opalmind_offer_more() { # WORD...
  local before= word given=,$value
  [[ $value == *,* ]] && before=${value%,*},
  for word in "$@"; do
    [[ $given == *",$word,"* ]] || _opalmind_offer "$before" "$word"
  done
}

_opalmind_nospace() {
  type compopt >/dev/null 2>&1 && compopt -o nospace
}

# The sites that have a name, asked of opalmind, as it alone knows where they are configured.
_opalmind_read_sites() {
  local key="$PWD ${SITE_MAPPING_PATH-} ${OPALMIND_PROFILE-} ${XDG_CONFIG_HOME-} $HOME ${places[*]-}" id name plain quote
  if [[ $key != "${_opalmind_sites_key-}" ]] || ((SECONDS >= _opalmind_sites_until)); then
    _opalmind_plain "$program"
    [[ $plain == '~/'* ]] && plain=$HOME/${plain#??}
    type -P -- "$plain" >/dev/null || plain=opalmind
    _opalmind_site_ids=() _opalmind_site_names=()
    while IFS=$'\t' read -r id name; do
      _opalmind_site_ids+=("$id")
      _opalmind_site_names+=("$name")
    done < <("$plain" "${places[@]}" completion --sites 2>/dev/null </dev/null)
    _opalmind_sites_key=$key _opalmind_sites_until=$((SECONDS + 30))
  fi
}

_opalmind_offer_sites() { # BEFORE
  _opalmind_read_sites
  if [[ ${value#"$1"} == [0-9]* ]]; then
    _opalmind_offer "$1" "${_opalmind_site_ids[@]}"
  fi
  _opalmind_offer "$1" "${_opalmind_site_names[@]}"
}

_opalmind_offer_profiles() {
  local folder=${XDG_CONFIG_HOME:-} file
  [[ $folder == /* ]] || folder=$HOME/.config
  for file in "$folder"/opalmind/*.env; do
    file=${file##*/}
    [[ $file == '*.env' || $file == *[[:cntrl:]]* ]] || _opalmind_offer '' "${file%.env}"
  done
}

# Offers the values of an option, or of an argument where OPTION is empty.
_opalmind_offer_values() { # OPTION
  local kind words optional
  _opalmind_values "$path" "$1"
  case $kind in
    words|report) _opalmind_offer '' $words ;;
    list) _opalmind_nospace; _opalmind_offer_more $words ;;
    columns) _opalmind_columns "$report"; _opalmind_nospace; _opalmind_offer_more $words ;;
    sort)
      _opalmind_columns "$report"
      if [[ $value == *:* ]]; then words="${value%%:*}:asc ${value%%:*}:desc"; fi
      _opalmind_offer '' $words
      ;;
    site) _opalmind_offer_sites '' ;;
    sites)
      if [[ $value == *,* ]]; then _opalmind_offer_sites "${value%,*},"; else
        _opalmind_offer '' all
        _opalmind_offer_sites ''
      fi
      ;;
    profile) _opalmind_offer_profiles ;;
    file) type compopt >/dev/null 2>&1 && compopt -o default ;;
  esac
}

# Offers the options that are not there yet; those marked + may be there several times.
_opalmind_offer_options() {
  local words option name names
  _opalmind_options "$path"
  for option in $words; do
    IFS=, read -ra names <<<"${option#+}"
    if [[ $option != +* ]]; then
      for name in "${names[@]}"; do
        [[ $given == *" $name "* ]] && continue 2
      done
    fi
    _opalmind_offer '' "${names[@]}"
  done
}

# Puts together the words up to the cursor, which bash has split at = and : too.
_opalmind_read_line() {
  local rest=${COMP_LINE:0:COMP_POINT} trimmed token i n=-1
  typed=() kept=
  for ((i = 0; i <= COMP_CWORD; i++)); do
    token=${COMP_WORDS[i]}
    trimmed=${rest#"${rest%%[![:space:]]*}"}
    if ((i == 0)) || [[ $trimmed != "$rest" ]]; then
      n=$((n + 1))
      typed[n]=
    fi
    if ((i == COMP_CWORD)); then
      token=$trimmed
      kept=${typed[n]}
      [[ -n $token && -z ${token//[=:]/} ]] && kept+=$token
    fi
    typed[n]=${typed[n]}$token
    rest=${trimmed#"$token"}
  done
  cursor=$n
}

# Goes over the words before the cursor: which command, which options, which report.
_opalmind_walk() {
  local i word option kind words optional plain quote
  for ((i = 1; i < cursor; i++)); do
    _opalmind_plain "${typed[i]}"
    word=$plain
    if [[ -n $pending ]]; then
      _opalmind_note "$pending" "$word"
      pending=
    elif [[ -z $ended && $word == -- ]]; then
      ended=yes
    elif [[ -z $ended && $word == -?* ]]; then
      option=${word%%=*}
      given+="$option "
      _opalmind_values "$path" "$option"
      if [[ $word == --*=* ]]; then
        _opalmind_note "$option" "${word#*=}"
      elif [[ -n $kind && -z $optional ]]; then
        pending=$option
      fi
    else
      _opalmind_commands "$path"
      if [[ " $words " == *" $word "* ]]; then
        path=${path:+$path }$word
      else
        arguments=$((arguments + 1))
        report=${report:-$word}
      fi
    fi
  done
}

# Where sites are configured may be on the line.
_opalmind_note() { # OPTION VALUE
  local value=$2
  case $1 in
    --profile|--env-file)
      [[ $1 == --env-file && $value == '~/'* ]] && value=$HOME/${value#??}
      places+=("$1" "$value")
      ;;
  esac
}

# The report may stand behind the cursor.
_opalmind_report_behind() {
  local i kind words optional
  _opalmind_values "$path" ''
  [[ $kind == report && -z $report ]] || return 0
  # Where nothing is typed yet, bash takes what stands behind the cursor for the word at it.
  for ((i = COMP_CWORD + (${#typed[cursor]} > 0); i < ${#COMP_WORDS[@]}; i++)); do
    [[ " $words " == *" ${COMP_WORDS[i]} "* ]] && report=${COMP_WORDS[i]} && return 0
  done
}

_opalmind() {
  local IFS=$' \t\n' program=$1 typed cursor kept path= given=' ' report= pending= ended= arguments=0
  local word value lead= plain quote words places
  places=()
  COMPREPLY=()
  _opalmind_read_line
  word=${typed[cursor]}
  _opalmind_walk
  _opalmind_report_behind
  if [[ -z $pending && -z $ended && $word == --*=* ]]; then
    pending=${word%%=*}
    if [[ $kept == "$pending="* ]]; then kept=${kept#"$pending="}; else lead=$pending=; fi
    word=${word#*=}
  fi
  _opalmind_plain "$kept"
  kept=$plain
  _opalmind_plain "$word"
  value=$plain
  if [[ -n $pending ]]; then
    _opalmind_offer_values "$pending"
  elif [[ -z $ended && $word == -* ]]; then
    _opalmind_offer_options
  else
    _opalmind_commands "$path"
    if [[ -n $words ]]; then
      _opalmind_offer '' $words
    elif ((arguments == 0)); then
      _opalmind_offer_values ''
    fi
    # Where nothing else can follow, options do.
    if [[ -z $ended && -z $value && ${#COMPREPLY[@]} == 0 ]]; then
      local kind optional
      _opalmind_values "$path" ''
      [[ $kind == file && $arguments == 0 ]] || _opalmind_offer_options
    fi
  fi
}

if type compopt >/dev/null 2>&1; then
  complete -F _opalmind opalmind
else
  complete -o default -F _opalmind opalmind
fi
