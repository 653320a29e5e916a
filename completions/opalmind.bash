# Completes opalmind's command lines in bash. Made by 'opalmind completion bash' from the commands themselves.
#
# No Java is started to complete, save for the names of sites, which are kept for half a minute. What files, sites and
# profiles are called is never evaluated. Written for bash 3.2 and newer; bash-completion is not needed.

# The commands that belong to one: into words.
_opalmind_commands() { # PATH
  case $1 in
    '') words="query track cache-stats health inspect-redis sandbox completion help" ;;
    'track') words="pageview event goal order cart search content download outlink ping import flush status queue" ;;
    'inspect-redis') words="summary keys get delete export import lint memory latency slowlog audit" ;;
    *) words= ;;
  esac
}

# The options of a command: into words. A comma stands between names of the same, + before what may be
# repeated.
_opalmind_options() { # PATH
  words=
  words+=" -q,--quiet -v,--verbose --log-format --no-color --deadline --env-file --profile --token-file --force \
    --stacktrace --sandbox -h,--help"
  case $1 in
    '')
      words+=" -V,--version" ;;
  esac
  case $1 in
    'query')
      words+=" --site --period --date --segment --limit --all --sort --category --action --name --channel --goal \
        --goal-type --funnel --series --fail-empty --no-cache --refresh --explain --columns" ;;
  esac
  case $1 in
    'query'|'track pageview'|'track event'|'track goal'|'track order'|'track cart'|'track search'|'track content'|\
    'track download'|'track outlink'|'track ping'|'track import'|'track flush'|'track status'|'track queue'|\
    'cache-stats'|'inspect-redis summary'|'inspect-redis keys'|'inspect-redis get'|'inspect-redis delete'|\
    'inspect-redis import'|'inspect-redis lint'|'inspect-redis memory'|'inspect-redis latency'|'inspect-redis slowlog')
      words+=" -f,--format" ;;
  esac
  case $1 in
    'query'|'track pageview'|'track event'|'track goal'|'track order'|'track cart'|'track search'|'track content'|\
    'track download'|'track outlink'|'track ping'|'track import'|'track flush'|'track status'|'track queue'|\
    'cache-stats'|'health'|'inspect-redis summary'|'inspect-redis keys'|'inspect-redis get'|'inspect-redis delete'|\
    'inspect-redis import'|'inspect-redis lint'|'inspect-redis memory'|'inspect-redis latency'|'inspect-redis slowlog'|\
    'inspect-redis audit')
      words+=" --json -o,--output" ;;
  esac
  case $1 in
    'track pageview'|'track event'|'track goal'|'track order'|'track cart'|'track search'|'track content'|\
    'track download'|'track outlink'|'track ping')
      words+=" --site --visitor-id --uid --ts --referrer --user-agent --language --resolution --ip --country --region \
        --city --lat --long --new-visit --bot +--dimension +--custom-var +--visit-var +--param --idempotency-key \
        --no-queue --strict --verify --dry-run" ;;
  esac
  case $1 in
    'track pageview')
      words+=" --url --action-name --product-sku --product-name --product-category --product-price --perf" ;;
  esac
  case $1 in
    'track pageview'|'track event'|'track goal'|'track order'|'track cart'|'track search'|'track content'|\
    'track download'|'track outlink')
      words+=" --pv-id" ;;
  esac
  case $1 in
    'track pageview'|'track event'|'track goal'|'track order'|'track cart'|'track search'|'track content'|\
    'track download'|'track outlink'|'track ping'|'track import'|'track flush')
      words+=" --on-unknown" ;;
  esac
  case $1 in
    'track pageview'|'track event'|'track goal'|'track order'|'track cart'|'track search'|'track content'|\
    'track download'|'track outlink'|'track ping'|'track import'|'track flush'|'track status'|'track queue'|\
    'cache-stats'|'inspect-redis summary'|'inspect-redis keys'|'inspect-redis get'|'inspect-redis delete'|\
    'inspect-redis import'|'inspect-redis lint'|'inspect-redis memory'|'inspect-redis latency'|'inspect-redis slowlog'|\
    'inspect-redis audit')
      words+=" --columns" ;;
  esac
  case $1 in
    'track event')
      words+=" --category --action --name --value" ;;
  esac
  case $1 in
    'track event'|'track goal'|'track order'|'track cart'|'track search'|'track content'|'track ping')
      words+=" --url" ;;
  esac
  case $1 in
    'track goal')
      words+=" --goal-id" ;;
  esac
  case $1 in
    'track goal'|'track order'|'track cart')
      words+=" --revenue" ;;
  esac
  case $1 in
    'track order')
      words+=" --order-id --subtotal --tax --shipping --discount" ;;
  esac
  case $1 in
    'track order'|'track cart')
      words+=" +--item --items" ;;
  esac
  case $1 in
    'track search')
      words+=" --keyword --search-category --count" ;;
  esac
  case $1 in
    'track content')
      words+=" --content-name --content-piece --content-target --interaction" ;;
  esac
  case $1 in
    'track download')
      words+=" --url --file-url" ;;
  esac
  case $1 in
    'track outlink')
      words+=" --url --link-url" ;;
  esac
  case $1 in
    'track import')
      words+=" --input --site --rejects --key-field --parallel --batch --rate --dry-run --restart --journal \
        --progress" ;;
  esac
  case $1 in
    'track flush')
      words+=" --watch" ;;
  esac
  case $1 in
    'track queue')
      words+=" --list --dead --retry-dead" ;;
  esac
  case $1 in
    'cache-stats')
      words+=" --since --reset" ;;
  esac
  case $1 in
    'health')
      words+=" --details --site --fail-on -f,--format" ;;
  esac
  case $1 in
    'inspect-redis summary'|'inspect-redis keys'|'inspect-redis lint'|'inspect-redis memory')
      words+=" --kind" ;;
  esac
  case $1 in
    'inspect-redis summary'|'inspect-redis keys'|'inspect-redis delete'|'inspect-redis export'|'inspect-redis lint'|\
    'inspect-redis memory')
      words+=" --feature --site --older-than --expires-within --larger-than --match --rate" ;;
  esac
  case $1 in
    'inspect-redis keys')
      words+=" --sample --page --cursor" ;;
  esac
  case $1 in
    'inspect-redis get')
      words+=" --base64 --live" ;;
  esac
  case $1 in
    'inspect-redis delete'|'inspect-redis export')
      words+=" --kind" ;;
  esac
  case $1 in
    'inspect-redis delete')
      words+=" --limit --dry-run --yes" ;;
  esac
  case $1 in
    'inspect-redis import')
      words+=" --overwrite --rate" ;;
  esac
  case $1 in
    'inspect-redis lint')
      words+=" --fail" ;;
  esac
  case $1 in
    'inspect-redis memory')
      words+=" --sample" ;;
  esac
  case $1 in
    'inspect-redis latency')
      words+=" -n,--count --rate" ;;
  esac
  case $1 in
    'inspect-redis slowlog')
      words+=" -n,--count" ;;
  esac
  case $1 in
    'inspect-redis audit')
      words+=" --fail-on --skip --user -f,--format" ;;
  esac
  case $1 in
    'sandbox')
      words+=" --port --hits --empty +--site +--goal --record" ;;
  esac
  case $1 in
    'completion')
      words+=" --sites" ;;
  esac
}

# What an option takes, or the argument where OPTION is empty: into kind, words and optional.
_opalmind_values() { # PATH OPTION
  kind= words= optional=
  case "$1 $2" in
    'query ')
      kind=report words="key-numbers key-numbers-series popular-urls top-referrers entry-pages campaigns \
        ecommerce-overview ecommerce-revenue-totals events event-categories device-types traffic-channels \
        goal-conversions funnel-summary websites" ;;
    'query --site')
      kind=sites ;;
    'query --columns')
      kind=columns ;;
    'track import '|'inspect-redis export '|'inspect-redis import ')
      kind=file ;;
    'track status '|'inspect-redis get '|'sandbox '|'sandbox --site')
      kind=text ;;
    'health -f'|'health --format')
      kind=words words="table json nagios prometheus" ;;
    'inspect-redis delete --kind'|'inspect-redis export --kind')
      kind=list words="cache idempotency" ;;
    'inspect-redis audit --fail-on')
      kind=words words="warn fail" ;;
    'inspect-redis audit -f'|'inspect-redis audit --format')
      kind=words words="table json ndjson csv tsv markdown nagios" ;;
    'completion ')
      kind=words words="bash zsh fish" ;;
    'help ')
      kind=words words="query track cache-stats health inspect-redis sandbox completion help exit-codes environment \
        formats segments dates" ;;
    *' --log-format')
      kind=words words="text json" ;;
    *' --deadline'|*' --segment'|*' --limit'|*' --category'|*' --action'|*' --name'|*' --goal'|*' --funnel'|*' --url'|\
    *' --action-name'|*' --pv-id'|*' --product-sku'|*' --product-name'|*' --product-category'|*' --product-price'|\
    *' --perf'|*' --visitor-id'|*' --uid'|*' --ts'|*' --referrer'|*' --user-agent'|*' --language'|*' --resolution'|\
    *' --ip'|*' --country'|*' --region'|*' --city'|*' --lat'|*' --long'|*' --dimension'|*' --custom-var'|\
    *' --visit-var'|*' --param'|*' --idempotency-key'|*' --columns'|*' --value'|*' --goal-id'|*' --revenue'|\
    *' --order-id'|*' --subtotal'|*' --tax'|*' --shipping'|*' --discount'|*' --item'|*' --keyword'|\
    *' --search-category'|*' --count'|*' --content-name'|*' --content-piece'|*' --content-target'|*' --interaction'|\
    *' --file-url'|*' --link-url'|*' --key-field'|*' --parallel'|*' --batch'|*' --rate'|*' --journal'|*' --watch'|\
    *' --since'|*' --older-than'|*' --expires-within'|*' --larger-than'|*' --match'|*' --sample'|*' --page'|\
    *' --cursor'|*' -n'|*' --user'|*' --port')
      kind=text ;;
    *' --env-file'|*' --token-file'|*' -o'|*' --output'|*' --items'|*' --rejects'|*' --hits'|*' --record')
      kind=file ;;
    *' --profile')
      kind=profile ;;
    *' --sandbox')
      kind=file optional=yes ;;
    *' --period')
      kind=words words="day week month year range" ;;
    *' --date')
      kind=words words="today yesterday last7 last30 previous7" ;;
    *' --sort')
      kind=sort ;;
    *' --channel')
      kind=words words="search direct websites campaigns social" ;;
    *' --goal-type')
      kind=words words="manual url ecommerce" ;;
    *' -f'|*' --format')
      kind=words words="table json ndjson csv tsv markdown" ;;
    *' --site')
      kind=site ;;
    *' --on-unknown')
      kind=words words="verify resend skip" ;;
    *' --input')
      kind=words words="ndjson csv query" ;;
    *' --fail-on')
      kind=words words="degraded unhealthy" ;;
    *' --kind')
      kind=list words="cache idempotency claim queue stats" ;;
    *' --feature')
      kind=words words="campaigns deviceTypes ecommerceOverview ecommerceOverviewSeries ecommerceRevenueTotals \
        entryPages eventCategories events funnelSummary funnelSummarySeries goalConversions goalConversionsByGoal goals \
        keyNumbers keyNumbersSeries popularUrls rights site topReferrers trafficChannels websites" ;;
    *' --skip')
      kind=list words="password default-user dangerous-commands tls bind protected-mode aof snapshots \
        persistence-errors last-save maxmemory fragmentation maxmemory-policy evictions replication availability \
        version slowlog" ;;
  esac
}

# The columns of a report, or of all: into words.
_opalmind_columns() { # REPORT
  case $1 in
    key-numbers) words="site date nb_visits nb_uniq_visitors nb_actions nb_pageviews nb_visits_converted bounce_rate \
        nb_actions_per_visit avg_time_on_site nb_users sum_visit_length max_actions nb_uniq_pageviews" ;;
    key-numbers-series) words="site date nb_visits nb_uniq_visitors nb_actions nb_pageviews nb_visits_converted \
        bounce_rate nb_actions_per_visit avg_time_on_site nb_users sum_visit_length max_actions nb_uniq_pageviews" ;;
    popular-urls) words="site date label nb_visits nb_hits entry_nb_visits bounce_rate exit_rate avg_time_on_page url \
        nb_uniq_visitors sum_time_spent" ;;
    top-referrers) words="site date label nb_visits nb_actions nb_visits_converted bounce_count" ;;
    entry-pages) words="site date label entry_nb_visits entry_bounce_count bounce_rate nb_visits exit_rate url \
        nb_uniq_visitors nb_hits sum_time_spent entry_nb_uniq_visitors entry_nb_actions entry_sum_visit_length \
        exit_nb_uniq_visitors exit_nb_visits avg_page_load_time avg_time_on_page" ;;
    campaigns) words="site date label nb_visits nb_actions nb_visits_converted revenue" ;;
    ecommerce-overview) words="site date label nb_conversions nb_visits_converted conversion_rate revenue \
        avg_order_revenue items revenue_subtotal revenue_tax revenue_shipping revenue_discount nb_visits \
        revenue_per_visit revenue_per_conversion" ;;
    ecommerce-revenue-totals) words="site date label nb_conversions nb_visits_converted conversion_rate revenue \
        avg_order_revenue items revenue_subtotal revenue_tax revenue_shipping revenue_discount nb_visits \
        revenue_per_visit revenue_per_conversion" ;;
    events) words="site date label nb_events nb_visits sum_event_value avg_event_value min_event_value max_event_value \
        nb_actions nb_events_with_value" ;;
    event-categories) words="site date label nb_events nb_visits sum_event_value avg_event_value min_event_value \
        max_event_value nb_actions nb_events_with_value" ;;
    device-types) words="site date label nb_visits nb_actions nb_visits_converted bounce_count nb_hits sum_visit_length \
        avg_time_on_site bounce_rate max_actions" ;;
    traffic-channels) words="site date label nb_visits nb_actions nb_visits_converted revenue sum_visit_length nb_hits \
        bounce_rate" ;;
    goal-conversions) words="site date id label type nb_conversions nb_visits_converted revenue" ;;
    funnel-summary) words="site date id label visits conversions totalVisits totalConversions conversionRate \
        overallConversionRate" ;;
    websites) words="site date label nb_visits nb_actions nb_visits_converted revenue" ;;
    *) words="site date nb_visits nb_uniq_visitors nb_actions nb_pageviews nb_visits_converted bounce_rate \
        nb_actions_per_visit avg_time_on_site nb_users sum_visit_length max_actions nb_uniq_pageviews label nb_hits \
        entry_nb_visits exit_rate avg_time_on_page url sum_time_spent bounce_count entry_bounce_count \
        entry_nb_uniq_visitors entry_nb_actions entry_sum_visit_length exit_nb_uniq_visitors exit_nb_visits \
        avg_page_load_time revenue nb_conversions conversion_rate avg_order_revenue items revenue_subtotal revenue_tax \
        revenue_shipping revenue_discount revenue_per_visit revenue_per_conversion nb_events sum_event_value \
        avg_event_value min_event_value max_event_value nb_events_with_value id type visits conversions totalVisits \
        totalConversions conversionRate overallConversionRate" ;;
  esac
}

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
