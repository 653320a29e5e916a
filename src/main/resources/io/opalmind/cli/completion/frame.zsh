#compdef opalmind
# Completes opalmind's command lines in zsh. Made by 'opalmind completion zsh' from the commands themselves.
#
# No Java is started to complete, save for the names of sites, which are kept for half a minute. What files, sites and
# profiles are called is never evaluated.

@TABLES@
# Words of which some may be given, with commas between them.
_opalmind_list() {
  _values -s , value "$@"
}

_opalmind_columns() {
  local -a reply
  _opalmind_read_columns
  _opalmind_list $reply
}

_opalmind_sort() {
  local expl
  if compset -P '*:'; then
    _wanted directions expl direction compadd - asc desc
  else
    local -a reply
    _opalmind_read_columns
    _wanted columns expl column compadd -a reply
  fi
}

_opalmind_profile() {
  local expl folder=$HOME/.config
  [[ $XDG_CONFIG_HOME == /* ]] && folder=$XDG_CONFIG_HOME
  local -a names=($folder/opalmind/*.env(N:t:r))
  names=(${names:#*[[:cntrl:]]*})
  _wanted profiles expl profile compadd -a names
}

# Where sites are configured may be on the line.
_opalmind_read_places() {
  local i
  for ((i = 2; i < $#_opalmind_words; i++)); do
    case $_opalmind_words[i] in
      (--profile|--env-file) places+=("$_opalmind_words[i]" "${${(Q)_opalmind_words[i+1]}/#\~\//$HOME/}") ;;
      (--profile=*|--env-file=*) places+=("${(Q)_opalmind_words[i]}") ;;
    esac
  done
}

# The sites that have a name, asked of opalmind, as it alone knows where they are configured.
_opalmind_read_sites() {
  local -a places
  _opalmind_read_places
  local key="$PWD $SITE_MAPPING_PATH $OPALMIND_PROFILE $XDG_CONFIG_HOME $HOME $places"
  if [[ $key != $_opalmind_sites_key ]] || ((SECONDS >= _opalmind_sites_until)); then
    local program=${${(Q)_opalmind_words[1]}/#\~\//$HOME/}
    whence -p -- $program >/dev/null || program=opalmind
    typeset -ga _opalmind_sites_known=("${(@f)$("$program" $places completion --sites 2>/dev/null </dev/null)}")
    typeset -g _opalmind_sites_key=$key
    typeset -gi _opalmind_sites_until=$((SECONDS + 30))
  fi
}

_opalmind_site() {
  local expl line
  local -a names ids shown_names shown_ids
  _opalmind_read_sites
  for line in $_opalmind_sites_known; do
    ids+=("${line%%$'\t'*}")
    names+=("${line#*$'\t'}")
    shown_ids+=("${line/$'\t'/  -- }")
    shown_names+=("${line#*$'\t'}  -- site ${line%%$'\t'*}")
  done
  [[ $PREFIX == [0-9]* ]] && _wanted ids expl 'id of a site' compadd -d shown_ids -a ids
  _wanted sites expl site compadd -d shown_names -a names
}

_opalmind_sites() {
  local expl
  compset -P '*,' || _wanted all expl 'every site' compadd - all
  _opalmind_site
}

# What was given before the command is not offered behind it.
_opalmind_leave_out_given() { # COMMAND
  local word
  for word in $_opalmind_words[2,-1]; do
    [[ $word == "$1" ]] && break
    [[ $word == -* ]] || continue
    word=${word%%=*}
    specs=(${specs:#(${(b)word}|*[\( ]${(b)word}[\) ]*)(|[+=\[]*)})
  done
}

# A command, or opalmind itself where PATH is empty; words are those from its name on.
_opalmind_command() { # PATH
  local here=$1 curcontext=$curcontext state name ret=1
  local -a line specs commands
  local -A opt_args
  _opalmind_read_options "$here"
  [[ -n $here ]] && _opalmind_leave_out_given ${here##* }
  _opalmind_read_commands "$here"
  if (( $#commands )); then
    specs+=('(-)1: :->command' '(-)*:: :->arguments')
  else
    _opalmind_read_argument "$here"
  fi
  _arguments -C -s -S $specs && ret=0
  case $state in
    (command) _describe -t commands command commands && ret=0 ;;
    (arguments)
      for name in ${commands%%:*}; do
        if [[ $name == "$line[1]" ]]; then
          curcontext=${curcontext%:*}-$name:
          _opalmind_command "${here:+$here }$name" && ret=0
        fi
      done
      ;;
  esac
  return ret
}

_opalmind() {
  local -a _opalmind_words=("$words[@]")
  _opalmind_command ''
}

if [[ $funcstack[1] == _opalmind ]]; then
  _opalmind "$@"
else
  compdef _opalmind opalmind
fi
