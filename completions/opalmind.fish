# Completes opalmind's command lines in fish. Made by 'opalmind completion fish' from the commands themselves.
#
# No Java is started to complete, save for the names of sites, which are kept for half a minute. What files, sites and
# profiles are called is never evaluated.

# The commands that belong to one.
function __opalmind_commands --argument-names path
    switch "$path"
        case ''
            printf '%s\t%s\n' query 'Ask Matomo for a report.'
            printf '%s\t%s\n' track 'Send hits to Matomo, each once.'
            printf '%s\t%s\n' cache-stats 'Show what the cache did, over all invocations and hosts, and what it holds.'
            printf '%s\t%s\n' health 'Check Matomo, the token, the stores and the queue, all at the same time.'
            printf '%s\t%s\n' inspect-redis 'Look into Redis: what stands there, how it does, what is wrong with it.'
            printf '%s\t%s\n' sandbox 'Serve a Matomo on 127.0.0.1 that computes, to try and to test against.'
            printf '%s\t%s\n' completion 'Print the script that completes command lines in a shell.'
            printf '%s\t%s\n' help 'Explain a command, or a topic such as dates.'
        case 'track'
            printf '%s\t%s\n' pageview 'A page was seen, or a product on it.'
            printf '%s\t%s\n' event 'Something was done: a category, an action.'
            printf '%s\t%s\n' goal 'A goal was reached.'
            printf '%s\t%s\n' order 'Something was bought.'
            printf '%s\t%s\n' cart 'What the cart holds now.'
            printf '%s\t%s\n' search 'Something was looked for on the site.'
            printf '%s\t%s\n' content 'A content block was shown, or used.'
            printf '%s\t%s\n' download 'A file was fetched.'
            printf '%s\t%s\n' outlink 'A link to elsewhere was followed.'
            printf '%s\t%s\n' ping 'The visitor is still there; nothing is counted.'
            printf '%s\t%s\n' import 'Send the hits of a file, each once; after a kill go on where it stopped.'
            printf '%s\t%s\n' flush 'Deliver the hits that wait in the queue, and those of unknown fate.'
            printf '%s\t%s\n' status 'Show what became of the hit with a key; exit 10 where it is not delivered.'
            printf '%s\t%s\n' queue 'Show how it stands with the hits that are not delivered yet.'
        case 'inspect-redis'
            printf '%s\t%s\n' summary 'Count keys and bytes: by kind, feature, site, period, time to live and age.'
            printf '%s\t%s\n' keys 'List keys with their type, time to live, memory and age. No terminal: a JSON object a line.'
            printf '%s\t%s\n' get 'Show one key: its value decoded, time to live, memory, encoding, idle time.'
            printf '%s\t%s\n' delete 'Delete cached reports and records of hits that did not change since they were chosen.'
            printf '%s\t%s\n' export 'Carry cached reports and records of hits out, a JSON object a line, for import.'
            printf '%s\t%s\n' import 'Carry in what export wrote, with the times to live that it had.'
            printf '%s\t%s\n' lint 'Find keys that are not as they should be. No terminal: a JSON object a line.'
            printf '%s\t%s\n' memory 'Show where memory goes: by kind and feature, the largest keys, and what to do.'
            printf '%s\t%s\n' latency 'Measure round trips (PING): percentiles and a histogram, in microseconds.'
            printf '%s\t%s\n' slowlog 'Show slow commands, the latest first, and what to do. Passwords in them are not shown.'
            printf '%s\t%s\n' audit 'Go through the production check list: pass, warn, fail, or unknown where Redis does not tell.'
    end
end

# The options of a command. A comma stands between names of the same, + before what may be repeated.
function __opalmind_options --argument-names path
    printf '%s\t%s\n' -q,--quiet 'No warnings; errors still show.'
    printf '%s\t%s\n' -v,--verbose 'Say what is done.'
    printf '%s\t%s\n' --log-format 'How messages are written to standard error.'
    printf '%s\t%s\n' --no-color 'No colours; as NO_COLOR.'
    printf '%s\t%s\n' --deadline 'Give up after this long: 500ms, 30s, 2m, 1h.'
    printf '%s\t%s\n' --env-file 'Read variables from FILE, in place of .env.'
    printf '%s\t%s\n' --profile 'Read ~/.config/opalmind/NAME.env.'
    printf '%s\t%s\n' --token-file 'Read the token from FILE; - is standard input.'
    printf '%s\t%s\n' --force 'Send although Matomo refused this token or address of late.'
    printf '%s\t%s\n' --stacktrace 'Show where an error arose.'
    printf '%s\t%s\n' --sandbox 'Run against a Matomo in this process that computes, filled with a sample, or with the hits of FILE.'
    printf '%s\t%s\n' -h,--help 'Show this help.'
    switch "$path"
        case ''
            printf '%s\t%s\n' -V,--version 'Show the version.'
    end
    switch "$path"
        case 'query'
            printf '%s\t%s\n' --site '1, NAME, 1,2 or all. Default: MATOMO_DEFAULT_SITE_ID.'
            printf '%s\t%s\n' --period 'day, week, month, year or range. Default: day.'
            printf '%s\t%s\n' --date 'today (the default), yesterday, 2026-11-24, last7, previous4, or START,END.'
            printf '%s\t%s\n' --segment 'Matomo\'s segment, such as deviceType==smartphone.'
            printf '%s\t%s\n' --limit 'Rows at the most. Default: 10.'
            printf '%s\t%s\n' --all 'Every row.'
            printf '%s\t%s\n' --sort 'Sort by this column.'
            printf '%s\t%s\n' --category 'events: of this category.'
            printf '%s\t%s\n' --action 'events: with this action.'
            printf '%s\t%s\n' --name 'events: with this name.'
            printf '%s\t%s\n' --channel 'traffic-channels: search, direct, websites, campaigns or social.'
            printf '%s\t%s\n' --goal 'goal-conversions: this goal, by id or name.'
            printf '%s\t%s\n' --goal-type 'goal-conversions: goals of this type, manual, url, ecommerce …'
            printf '%s\t%s\n' --funnel 'funnel-summary: this funnel.'
            printf '%s\t%s\n' --series 'ecommerce-revenue-totals: list what was summed, date by date.'
            printf '%s\t%s\n' --fail-empty 'Exit 10 where there are no rows.'
            printf '%s\t%s\n' --no-cache 'Neither read nor write the cache.'
            printf '%s\t%s\n' --refresh 'Ask Matomo, and renew the cache.'
            printf '%s\t%s\n' --explain 'Show what would be asked; send nothing.'
            printf '%s\t%s\n' --columns 'Print these columns, in this order; a.b leads into a nested value.'
    end
    switch "$path"
        case 'query' 'track pageview' 'track event' 'track goal' 'track order' 'track cart' 'track search' \
            'track content' 'track download' 'track outlink' 'track ping' 'track import' 'track flush' 'track status' \
            'track queue' 'cache-stats' 'inspect-redis summary' 'inspect-redis keys' 'inspect-redis get' \
            'inspect-redis delete' 'inspect-redis import' 'inspect-redis lint' 'inspect-redis memory' \
            'inspect-redis latency' 'inspect-redis slowlog'
            printf '%s\t%s\n' -f,--format 'table, json, ndjson, csv, tsv or markdown. A terminal gets a table, everything else json.'
    end
    switch "$path"
        case 'query' 'track pageview' 'track event' 'track goal' 'track order' 'track cart' 'track search' \
            'track content' 'track download' 'track outlink' 'track ping' 'track import' 'track flush' 'track status' \
            'track queue' 'cache-stats' 'health' 'inspect-redis summary' 'inspect-redis keys' 'inspect-redis get' \
            'inspect-redis delete' 'inspect-redis import' 'inspect-redis lint' 'inspect-redis memory' \
            'inspect-redis latency' 'inspect-redis slowlog' 'inspect-redis audit'
            printf '%s\t%s\n' --json 'The same as -f json.'
            printf '%s\t%s\n' -o,--output 'Write to FILE, whole or not at all.'
    end
    switch "$path"
        case 'track pageview' 'track event' 'track goal' 'track order' 'track cart' 'track search' 'track content' \
            'track download' 'track outlink' 'track ping'
            printf '%s\t%s\n' --site 'ID or NAME. Default: MATOMO_DEFAULT_SITE_ID.'
            printf '%s\t%s\n' --visitor-id 'The visitor, 16 hexadecimal digits.'
            printf '%s\t%s\n' --uid 'The user, by your own id.'
            printf '%s\t%s\n' --ts 'When it happened: seconds or milliseconds since 1970, or ISO 8601, UTC unless it has an offset. Default: now.'
            printf '%s\t%s\n' --referrer 'Where the visitor came from.'
            printf '%s\t%s\n' --user-agent 'The browser.'
            printf '%s\t%s\n' --language 'Accept-Language, such as de-DE,de.'
            printf '%s\t%s\n' --resolution 'The screen, such as 1920x1080.'
            printf '%s\t%s\n' --ip 'The visitor\'s address. It and the places below need a token that may write.'
            printf '%s\t%s\n' --country 'Two letters, such as de.'
            printf '%s\t%s\n' --region 'The region\'s ISO code, such as BY.'
            printf '%s\t%s\n' --city 'The city.'
            printf '%s\t%s\n' --lat 'Latitude, -90 to 90.'
            printf '%s\t%s\n' --long 'Longitude, -180 to 180.'
            printf '%s\t%s\n' --new-visit 'Start a new visit.'
            printf '%s\t%s\n' --bot 'Count it although the browser is a bot\'s.'
            printf '%s\t%s\n' +--dimension 'Custom dimension 1 to 999; again for more.'
            printf '%s\t%s\n' +--custom-var 'Custom variable of the page; again for more.'
            printf '%s\t%s\n' +--visit-var 'Custom variable of the visit; again for more.'
            printf '%s\t%s\n' +--param 'Any other parameter of the Tracking API; again for more.'
            printf '%s\t%s\n' --idempotency-key 'Send it once, however often this is run. Default: a key of its own.'
            printf '%s\t%s\n' --no-queue 'Do not keep what cannot be delivered: exit 6 then.'
            printf '%s\t%s\n' --strict 'With Redis configured and away, queue the hit instead of sending it.'
            printf '%s\t%s\n' --verify 'Ask the visits log afterwards whether the hit is there.'
            printf '%s\t%s\n' --dry-run 'Check the hit and show it; send nothing.'
    end
    switch "$path"
        case 'track pageview'
            printf '%s\t%s\n' --url 'The page.'
            printf '%s\t%s\n' --action-name 'The page\'s title. Default: its URL.'
            printf '%s\t%s\n' --product-sku 'The product that was looked at.'
            printf '%s\t%s\n' --product-name 'Its name.'
            printf '%s\t%s\n' --product-category 'Its category.'
            printf '%s\t%s\n' --product-price 'Its price.'
            printf '%s\t%s\n' --perf 'The page\'s times in ms, such as network=12,server=80; also transfer, dom-processing, dom-completion, on-load.'
    end
    switch "$path"
        case 'track pageview' 'track event' 'track goal' 'track order' 'track cart' 'track search' 'track content' \
            'track download' 'track outlink'
            printf '%s\t%s\n' --pv-id 'The page view, six letters or digits. Default: made of the key.'
    end
    switch "$path"
        case 'track pageview' 'track event' 'track goal' 'track order' 'track cart' 'track search' 'track content' \
            'track download' 'track outlink' 'track ping' 'track import' 'track flush'
            printf '%s\t%s\n' --on-unknown 'A hit that was sent and not answered: ask the visits log (the default), send it again, or leave it.'
    end
    switch "$path"
        case 'track pageview' 'track event' 'track goal' 'track order' 'track cart' 'track search' 'track content' \
            'track download' 'track outlink' 'track ping' 'track import' 'track flush' 'track status' 'track queue' \
            'cache-stats' 'inspect-redis summary' 'inspect-redis keys' 'inspect-redis get' 'inspect-redis delete' \
            'inspect-redis import' 'inspect-redis lint' 'inspect-redis memory' 'inspect-redis latency' \
            'inspect-redis slowlog' 'inspect-redis audit'
            printf '%s\t%s\n' --columns 'Print these columns, in this order; a.b leads into a nested value.'
    end
    switch "$path"
        case 'track event'
            printf '%s\t%s\n' --category 'Such as Video.'
            printf '%s\t%s\n' --action 'Such as play.'
            printf '%s\t%s\n' --name 'Such as the video\'s title.'
            printf '%s\t%s\n' --value 'A number; may be negative.'
    end
    switch "$path"
        case 'track event' 'track goal' 'track order' 'track cart' 'track search' 'track content' 'track ping'
            printf '%s\t%s\n' --url 'The page it happened on.'
    end
    switch "$path"
        case 'track goal'
            printf '%s\t%s\n' --goal-id 'The goal, 1 or more.'
    end
    switch "$path"
        case 'track goal' 'track order' 'track cart'
            printf '%s\t%s\n' --revenue 'What it brought in; may be negative.'
    end
    switch "$path"
        case 'track order'
            printf '%s\t%s\n' --order-id 'The order; Matomo counts each once.'
            printf '%s\t%s\n' --subtotal 'Without shipping.'
            printf '%s\t%s\n' --tax 'Tax.'
            printf '%s\t%s\n' --shipping 'Shipping.'
            printf '%s\t%s\n' --discount 'Discount.'
    end
    switch "$path"
        case 'track order' 'track cart'
            printf '%s\t%s\n' +--item 'sku=…,name=…,category=A|B,price=…,quantity=…; again for more.'
            printf '%s\t%s\n' --items 'Items from a JSON file: an array of objects, or Matomo\'s arrays.'
    end
    switch "$path"
        case 'track search'
            printf '%s\t%s\n' --keyword 'What was looked for.'
            printf '%s\t%s\n' --search-category 'Where it was looked for.'
            printf '%s\t%s\n' --count 'How much was found.'
    end
    switch "$path"
        case 'track content'
            printf '%s\t%s\n' --content-name 'The block\'s name.'
            printf '%s\t%s\n' --content-piece 'What it showed, such as a picture\'s path.'
            printf '%s\t%s\n' --content-target 'Where it leads.'
            printf '%s\t%s\n' --interaction 'What was done with it, such as click. Default: shown only.'
    end
    switch "$path"
        case 'track download'
            printf '%s\t%s\n' --url 'The file; with --file-url the page it was on.'
            printf '%s\t%s\n' --file-url 'The file, where --url is the page.'
    end
    switch "$path"
        case 'track outlink'
            printf '%s\t%s\n' --url 'The link\'s target; with --link-url the page it was on.'
            printf '%s\t%s\n' --link-url 'The target, where --url is the page.'
    end
    switch "$path"
        case 'track import'
            printf '%s\t%s\n' --input 'How the hits are written. Default: what the first line looks like.'
            printf '%s\t%s\n' --site 'The site of hits that name none. Default: MATOMO_DEFAULT_SITE_ID.'
            printf '%s\t%s\n' --rejects 'Add each refused line to FILE, as JSON with its number and the reason.'
            printf '%s\t%s\n' --key-field 'The member of each line that holds its idempotency key.'
            printf '%s\t%s\n' --parallel 'Connections, 1 to 32. Default: 2.'
            printf '%s\t%s\n' --batch 'Hits of one request, 1 to 1000. Default: 100.'
            printf '%s\t%s\n' --rate 'Hits per second at the most.'
            printf '%s\t%s\n' --dry-run 'Check every line, also by asking Matomo; send nothing.'
            printf '%s\t%s\n' --restart 'Begin anew, though an earlier import of the file has sent some or all of it.'
            printf '%s\t%s\n' --journal 'Keep one of standard input, under this name. Feed the same input again after a kill.'
            printf '%s\t%s\n' --progress 'Show how far it has come. A terminal sees that anyway.'
    end
    switch "$path"
        case 'track flush'
            printf '%s\t%s\n' --watch 'Go on until stopped: look again after each DUR, and deliver what is due.'
    end
    switch "$path"
        case 'track queue'
            printf '%s\t%s\n' --list 'Show each hit that waits.'
            printf '%s\t%s\n' --dead 'Show each hit that Matomo refused, and why.'
            printf '%s\t%s\n' --retry-dead 'Put the refused hits into the queue again.'
    end
    switch "$path"
        case 'cache-stats'
            printf '%s\t%s\n' --since 'Count from the start of the hour that was so long ago: 24h, 7d; 35d at the most.'
            printf '%s\t%s\n' --reset 'Let the counters begin anew once they are shown; what is cached stays.'
    end
    switch "$path"
        case 'health'
            printf '%s\t%s\n' --details 'Check more: the site, its data, the clock, plugins and refused tokens.'
            printf '%s\t%s\n' --site 'Check the access to this site, 1 or NAME. Default: MATOMO_DEFAULT_SITE_ID.'
            printf '%s\t%s\n' --fail-on 'From which status on the exit code is not 0: degraded (the default) or unhealthy.'
            printf '%s\t%s\n' -f,--format 'table, json, nagios or prometheus. A terminal gets a table, everything else json.'
    end
    switch "$path"
        case 'inspect-redis summary' 'inspect-redis keys' 'inspect-redis lint' 'inspect-redis memory'
            printf '%s\t%s\n' --kind 'Keys of these kinds: cache, idempotency, claim, queue, stats.'
    end
    switch "$path"
        case 'inspect-redis summary' 'inspect-redis keys' 'inspect-redis delete' 'inspect-redis export' \
            'inspect-redis lint' 'inspect-redis memory'
            printf '%s\t%s\n' --feature 'Cached reports of this feature, such as popularUrls.'
            printf '%s\t%s\n' --site 'Cached reports of this site.'
            printf '%s\t%s\n' --older-than 'Keys of this age: what is gone of the life that is configured for their kind; of others, the time since they were last read or written.'
            printf '%s\t%s\n' --expires-within 'Keys that Redis will remove by itself within this time.'
            printf '%s\t%s\n' --larger-than 'Keys that take more memory: 500, 10k, 4mb.'
            printf '%s\t%s\n' --match 'Keys whose name behind the prefix matches: * ? [abc], and \\ before what is meant as it is.'
            printf '%s\t%s\n' --rate 'Let Redis look at N keys a second at the most.'
    end
    switch "$path"
        case 'inspect-redis keys'
            printf '%s\t%s\n' --sample 'So many of them, as if drawn by lot.'
            printf '%s\t%s\n' --page 'Stop behind N keys, or a few more, and say where to go on. A table: 1000.'
            printf '%s\t%s\n' --cursor 'Go on there.'
    end
    switch "$path"
        case 'inspect-redis get'
            printf '%s\t%s\n' --base64 'KEY is base64, as keyBase64 of a key that is no text.'
            printf '%s\t%s\n' --live 'A cached report: ask Matomo what it answers now, and show the difference.'
    end
    switch "$path"
        case 'inspect-redis delete' 'inspect-redis export'
            printf '%s\t%s\n' --kind 'Keys of these kinds: cache, idempotency, claim, queue, stats.'
    end
    switch "$path"
        case 'inspect-redis delete'
            printf '%s\t%s\n' --limit 'Delete N keys at the most.'
            printf '%s\t%s\n' --dry-run 'List what would go; delete nothing.'
            printf '%s\t%s\n' --yes 'Do not ask.'
    end
    switch "$path"
        case 'inspect-redis import'
            printf '%s\t%s\n' --overwrite 'Replace keys that are there.'
            printf '%s\t%s\n' --rate 'Write N keys a second at the most.'
    end
    switch "$path"
        case 'inspect-redis lint'
            printf '%s\t%s\n' --fail 'Exit 10 where something is found.'
    end
    switch "$path"
        case 'inspect-redis memory'
            printf '%s\t%s\n' --sample 'Look at N keys, as if drawn by lot, instead of all.'
    end
    switch "$path"
        case 'inspect-redis latency'
            printf '%s\t%s\n' -n,--count 'Round trips to each server. Default: 1000.'
            printf '%s\t%s\n' --rate 'N a second at the most.'
    end
    switch "$path"
        case 'inspect-redis slowlog'
            printf '%s\t%s\n' -n,--count 'The latest N of each server. Default: 20.'
    end
    switch "$path"
        case 'inspect-redis audit'
            printf '%s\t%s\n' --fail-on 'Exit 10 where a check comes to this or worse: warn or fail.'
            printf '%s\t%s\n' --skip 'Leave these checks out.'
            printf '%s\t%s\n' --user 'Look at the rights of this user. Default: who signs in.'
            printf '%s\t%s\n' -f,--format 'table, json, ndjson, csv, tsv or markdown. A terminal gets a table, everything else json.'
    end
    switch "$path"
        case 'sandbox'
            printf '%s\t%s\n' --port 'Listen on this port of 127.0.0.1. Default: any that is free.'
            printf '%s\t%s\n' --hits 'Begin with the hits of FILE: NDJSON, packed with gzip or not.'
            printf '%s\t%s\n' --empty 'Begin without hits. Otherwise, without --hits and --site, with the sample.'
            printf '%s\t%s\n' +--site 'A site: id=1, then name, url, timezone, currency and ecommerce=yes|no, with commas between; again for more. Default: the sample\'s two.'
            printf '%s\t%s\n' +--goal 'A goal: site=1,id=3, then name, revenue, and contains=/thanks for one that a page\'s address reaches; again for more.'
            printf '%s\t%s\n' --record 'Add each hit that is kept to FILE, for --hits and --sandbox=FILE.'
    end
    switch "$path"
        case 'completion'
            printf '%s\t%s\n' --sites 'Print the sites that have a name, ID and NAME a line: what the scripts ask.'
    end
end

# What an option takes, or the argument where OPTION is empty: its kind, then words.
function __opalmind_values --argument-names path option
    switch "$path $option"
        case 'query '
            printf '%s\n' report
        case 'query --site'
            printf '%s\n' sites
        case 'query --columns'
            printf '%s\n' columns
        case 'track import ' 'inspect-redis export ' 'inspect-redis import '
            printf '%s\n' file
        case 'track status ' 'inspect-redis get ' 'sandbox ' 'sandbox --site'
            printf '%s\n' text
        case 'health -f' 'health --format'
            printf '%s\n' words table json nagios prometheus
        case 'inspect-redis delete --kind' 'inspect-redis export --kind'
            printf '%s\n' list cache idempotency
        case 'inspect-redis audit --fail-on'
            printf '%s\n' words warn fail
        case 'inspect-redis audit -f' 'inspect-redis audit --format'
            printf '%s\n' words table json ndjson csv tsv markdown nagios
        case 'completion '
            printf '%s\n' words bash zsh fish
        case 'help '
            printf '%s\n' words query track cache-stats health inspect-redis sandbox completion help exit-codes \
                environment formats segments dates
        case '* --log-format'
            printf '%s\n' words text json
        case '* --deadline' '* --segment' '* --limit' '* --category' '* --action' '* --name' '* --goal' '* --funnel' \
            '* --url' '* --action-name' '* --pv-id' '* --product-sku' '* --product-name' '* --product-category' \
            '* --product-price' '* --perf' '* --visitor-id' '* --uid' '* --ts' '* --referrer' '* --user-agent' \
            '* --language' '* --resolution' '* --ip' '* --country' '* --region' '* --city' '* --lat' '* --long' \
            '* --dimension' '* --custom-var' '* --visit-var' '* --param' '* --idempotency-key' '* --columns' \
            '* --value' '* --goal-id' '* --revenue' '* --order-id' '* --subtotal' '* --tax' '* --shipping' \
            '* --discount' '* --item' '* --keyword' '* --search-category' '* --count' '* --content-name' \
            '* --content-piece' '* --content-target' '* --interaction' '* --file-url' '* --link-url' '* --key-field' \
            '* --parallel' '* --batch' '* --rate' '* --journal' '* --watch' '* --since' '* --older-than' \
            '* --expires-within' '* --larger-than' '* --match' '* --sample' '* --page' '* --cursor' '* -n' '* --user' \
            '* --port'
            printf '%s\n' text
        case '* --env-file' '* --token-file' '* -o' '* --output' '* --items' '* --rejects' '* --hits' '* --record'
            printf '%s\n' file
        case '* --profile'
            printf '%s\n' profile
        case '* --sandbox'
            printf '%s\n' file
        case '* --period'
            printf '%s\n' words day week month year range
        case '* --date'
            printf '%s\n' words today yesterday last7 last30 previous7
        case '* --sort'
            printf '%s\n' sort
        case '* --channel'
            printf '%s\n' words search direct websites campaigns social
        case '* --goal-type'
            printf '%s\n' words manual url ecommerce
        case '* -f' '* --format'
            printf '%s\n' words table json ndjson csv tsv markdown
        case '* --site'
            printf '%s\n' site
        case '* --on-unknown'
            printf '%s\n' words verify resend skip
        case '* --input'
            printf '%s\n' words ndjson csv query
        case '* --fail-on'
            printf '%s\n' words degraded unhealthy
        case '* --kind'
            printf '%s\n' list cache idempotency claim queue stats
        case '* --feature'
            printf '%s\n' words campaigns deviceTypes ecommerceOverview ecommerceOverviewSeries ecommerceRevenueTotals \
                entryPages eventCategories events funnelSummary funnelSummarySeries goalConversions \
                goalConversionsByGoal goals keyNumbers keyNumbersSeries popularUrls rights site topReferrers \
                trafficChannels websites
        case '* --skip'
            printf '%s\n' list password default-user dangerous-commands tls bind protected-mode aof snapshots \
                persistence-errors last-save maxmemory fragmentation maxmemory-policy evictions replication \
                availability version slowlog
    end
end

# Whether an option may stand without its value.
function __opalmind_is_optional --argument-names path option
    switch "$path $option"
        case '* --sandbox'
            return 0
    end
    return 1
end

function __opalmind_reports
    printf '%s\t%s\n' key-numbers 'visits, visitors, actions and page views of a period'
    printf '%s\t%s\n' key-numbers-series 'the same, a row for each day, week, month or year'
    printf '%s\t%s\n' popular-urls 'pages by visits'
    printf '%s\t%s\n' top-referrers 'kinds of referrers by visits'
    printf '%s\t%s\n' entry-pages 'pages on which visits began'
    printf '%s\t%s\n' campaigns 'campaigns by visits'
    printf '%s\t%s\n' ecommerce-overview 'orders and revenue of a period'
    printf '%s\t%s\n' ecommerce-revenue-totals 'orders and revenue summed over a series'
    printf '%s\t%s\n' events 'events by action and name'
    printf '%s\t%s\n' event-categories 'events by category and action'
    printf '%s\t%s\n' device-types 'visits by kind of device'
    printf '%s\t%s\n' traffic-channels 'visits by channel, with revenue'
    printf '%s\t%s\n' goal-conversions 'conversions and revenue of each goal'
    printf '%s\t%s\n' funnel-summary 'steps and conversion of a funnel (Funnels plugin)'
    printf '%s\t%s\n' websites 'websites that sent visits, with revenue'
end

# The columns of a report, or of all.
function __opalmind_columns --argument-names report
    switch "$report"
        case key-numbers
            printf '%s\n' site date nb_visits nb_uniq_visitors nb_actions nb_pageviews nb_visits_converted bounce_rate \
                nb_actions_per_visit avg_time_on_site nb_users sum_visit_length max_actions nb_uniq_pageviews
        case key-numbers-series
            printf '%s\n' site date nb_visits nb_uniq_visitors nb_actions nb_pageviews nb_visits_converted bounce_rate \
                nb_actions_per_visit avg_time_on_site nb_users sum_visit_length max_actions nb_uniq_pageviews
        case popular-urls
            printf '%s\n' site date label nb_visits nb_hits entry_nb_visits bounce_rate exit_rate avg_time_on_page url \
                nb_uniq_visitors sum_time_spent
        case top-referrers
            printf '%s\n' site date label nb_visits nb_actions nb_visits_converted bounce_count
        case entry-pages
            printf '%s\n' site date label entry_nb_visits entry_bounce_count bounce_rate nb_visits exit_rate url \
                nb_uniq_visitors nb_hits sum_time_spent entry_nb_uniq_visitors entry_nb_actions entry_sum_visit_length \
                exit_nb_uniq_visitors exit_nb_visits avg_page_load_time avg_time_on_page
        case campaigns
            printf '%s\n' site date label nb_visits nb_actions nb_visits_converted revenue
        case ecommerce-overview
            printf '%s\n' site date label nb_conversions nb_visits_converted conversion_rate revenue avg_order_revenue \
                items revenue_subtotal revenue_tax revenue_shipping revenue_discount nb_visits revenue_per_visit \
                revenue_per_conversion
        case ecommerce-revenue-totals
            printf '%s\n' site date label nb_conversions nb_visits_converted conversion_rate revenue avg_order_revenue \
                items revenue_subtotal revenue_tax revenue_shipping revenue_discount nb_visits revenue_per_visit \
                revenue_per_conversion
        case events
            printf '%s\n' site date label nb_events nb_visits sum_event_value avg_event_value min_event_value \
                max_event_value nb_actions nb_events_with_value
        case event-categories
            printf '%s\n' site date label nb_events nb_visits sum_event_value avg_event_value min_event_value \
                max_event_value nb_actions nb_events_with_value
        case device-types
            printf '%s\n' site date label nb_visits nb_actions nb_visits_converted bounce_count nb_hits \
                sum_visit_length avg_time_on_site bounce_rate max_actions
        case traffic-channels
            printf '%s\n' site date label nb_visits nb_actions nb_visits_converted revenue sum_visit_length nb_hits \
                bounce_rate
        case goal-conversions
            printf '%s\n' site date id label type nb_conversions nb_visits_converted revenue
        case funnel-summary
            printf '%s\n' site date id label visits conversions totalVisits totalConversions conversionRate \
                overallConversionRate
        case websites
            printf '%s\n' site date label nb_visits nb_actions nb_visits_converted revenue
        case '*'
            printf '%s\n' site date nb_visits nb_uniq_visitors nb_actions nb_pageviews nb_visits_converted bounce_rate \
                nb_actions_per_visit avg_time_on_site nb_users sum_visit_length max_actions nb_uniq_pageviews label \
                nb_hits entry_nb_visits exit_rate avg_time_on_page url sum_time_spent bounce_count entry_bounce_count \
                entry_nb_uniq_visitors entry_nb_actions entry_sum_visit_length exit_nb_uniq_visitors exit_nb_visits \
                avg_page_load_time revenue nb_conversions conversion_rate avg_order_revenue items revenue_subtotal \
                revenue_tax revenue_shipping revenue_discount revenue_per_visit revenue_per_conversion nb_events \
                sum_event_value avg_event_value min_event_value max_event_value nb_events_with_value id type visits \
                conversions totalVisits totalConversions conversionRate overallConversionRate
    end
end

# The value's part that stays, such as label, of label,nb_vi: up to the last comma.
function __opalmind_before --argument-names value
    string match -rq ',' -- $value; and string replace -r '[^,]*$' '' -- $value
end

# Words of which some may be given, with commas between them: those that are not there yet.
function __opalmind_more --argument-names value
    set -l before (__opalmind_before $value)
    set -l there (string split , -- $before)
    for word in $argv[2..-1]
        contains -- $word $there; or printf '%s\n' "$before$word"
    end
end

# The sites that have a name, asked of opalmind, as it alone knows where they are configured.
function __opalmind_sites --argument-names program before value
    set -l places $argv[4..-1]
    set -l key "$PWD $SITE_MAPPING_PATH $OPALMIND_PROFILE $XDG_CONFIG_HOME $HOME $places"
    set -l now (date +%s)
    if test "$key" != "$__opalmind_sites_key"; or test $now -ge "$__opalmind_sites_until"
        string match -q '~/*' -- $program; and set program $HOME/(string sub -s 3 -- $program)
        type -q -- $program; or set program opalmind
        set -g __opalmind_sites_known (command $program $places completion --sites 2>/dev/null </dev/null)
        set -g __opalmind_sites_key $key
        set -g __opalmind_sites_until (math $now + 30)
    end
    for line in $__opalmind_sites_known
        set -l site (string split -m 1 \t -- $line)
        if string match -rq '^[0-9]' -- (string sub -s (math (string length -- "$before") + 1) -- $value)
            printf '%s\t%s\n' "$before$site[1]" "$site[2]"
        end
        printf '%s\tsite %s\n' "$before$site[2]" "$site[1]"
    end
end

function __opalmind_profiles
    set -l folder $HOME/.config
    string match -q '/*' -- $XDG_CONFIG_HOME; and set folder $XDG_CONFIG_HOME
    for file in $folder/opalmind/*.env
        string match -rq '[[:cntrl:]]' -- $file; or string replace -r '.*/(.*)\.env$' '$1' -- $file
    end
end

# The values of an option, or of an argument where OPTION is empty.
function __opalmind_offer --argument-names path option report program value
    set -l places $argv[6..-1]
    set -l kind (__opalmind_values $path $option)
    set -l words $kind[2..-1]
    switch "$kind[1]"
        case words
            printf '%s\n' $words
        case report
            __opalmind_reports
        case list
            __opalmind_more "$value" $words
        case columns
            __opalmind_more "$value" (__opalmind_columns "$report")
        case sort
            set -l columns (__opalmind_columns "$report")
            if string match -q '*:*' -- $value
                set -l column (string split -m 1 : -- $value)[1]
                set columns $column:asc $column:desc
            end
            printf '%s\n' $columns
        case site
            __opalmind_sites $program '' "$value" $places
        case sites
            set -l before (__opalmind_before "$value")
            test -n "$before"; or printf 'all\tevery site\n'
            __opalmind_sites $program "$before" "$value" $places
        case profile
            __opalmind_profiles
        case file
            __fish_complete_path "$value"
    end
end

# The options that are not there yet; those marked + may be there several times.
function __opalmind_offer_options --argument-names path
    set -l given $argv[2..-1]
    for line in (__opalmind_options "$path")
        set -l option (string split -m 1 \t -- $line)
        set -l names (string split , -- (string replace -r '^\+' '' -- $option[1]))
        set -l there no
        if not string match -q '+*' -- $option[1]
            for name in $names
                contains -- $name $given; and set there yes
            end
        end
        test $there = yes; and continue
        for name in $names
            printf '%s\t%s\n' $name "$option[2]"
        end
    end
end

function __opalmind_complete
    set -l typed (commandline -opc)
    set -l word (commandline -ct)
    set -l program $typed[1]
    set -l path ''
    set -l given
    set -l report ''
    set -l pending ''
    set -l ended no
    set -l arguments 0
    set -l places
    for token in $typed[2..-1]
        if test -n "$pending"
            contains -- $pending --profile --env-file; and set -a places $pending $token
            set pending ''
        else if test $ended = no; and test "$token" = --
            set ended yes
        else if test $ended = no; and string match -q -- '-?*' $token
            set -l option (string split -m 1 = -- $token)
            set -a given $option[1]
            set -l kind (__opalmind_values "$path" $option[1])
            if set -q option[2]
                contains -- $option[1] --profile --env-file; and set -a places $option[1] $option[2]
            else if set -q kind[1]; and not __opalmind_is_optional "$path" $option[1]
                set pending $option[1]
            end
        else if contains -- $token (__opalmind_commands "$path" | string replace -r '\t.*' '')
            set path (string trim -- "$path $token")
        else
            set arguments (math $arguments + 1)
            test -n "$report"; or set report $token
        end
    end
    if test -n "$pending"
        __opalmind_offer "$path" $pending "$report" $program "$word" $places
    else if test $ended = no; and string match -q -- '--*=*' $word
        set -l parts (string split -m 1 = -- $word)
        for offer in (__opalmind_offer "$path" $parts[1] "$report" $program "$parts[2]" $places)
            printf '%s\n' "$parts[1]=$offer"
        end
    else if test $ended = no; and string match -q -- '-*' $word
        __opalmind_offer_options "$path" $given
    else
        set -l offers (__opalmind_commands "$path")
        if test (count $offers) -eq 0; and test $arguments -eq 0
            set offers (__opalmind_offer "$path" '' "$report" $program "$word" $places)
        end
        # Where nothing else can follow, options do.
        if test (count $offers) -eq 0; and test $ended = no; and test -z "$word"
            set offers (__opalmind_offer_options "$path" $given)
        end
        test (count $offers) -eq 0; or printf '%s\n' $offers
    end
end

complete -c opalmind -e
complete -c opalmind -f -a '(__opalmind_complete)'
