# Completes opalmind's command lines in fish. Made by 'opalmind completion fish' from the commands themselves.
#
# No Java is started to complete, save for the names of sites, which are kept for half a minute. What files, sites and
# profiles are called is never evaluated.

@TABLES@
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
