@echo off
rem The one command of Lingnan on Windows. The embedded PostgreSQL is built for Linux: without HUB_DB_URL, use WSL.
setlocal
set "HUB_HOME=%~dp0"
if "%HUB_HOME:~-1%"=="\" set "HUB_HOME=%HUB_HOME:~0,-1%"
if not defined HUB_DATA set "HUB_DATA=%HUB_HOME%\data"
if not defined HUB_CITY set "HUB_CITY=%HUB_HOME%\routes\city\guangzhou-2009"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"

"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo hub: there is no Java here. Install a JDK, version 17 or later:  winget install Microsoft.OpenJDK.17 1>&2
  exit /b 3
)
if "%1"=="test" (
  cd /d "%HUB_HOME%"
  if "%2"=="--full" (call mvnw.cmd -B -Pfull verify) else (call mvnw.cmd -B verify)
  exit /b
)
if "%1"=="run" if not defined HUB_DB_URL (
  echo hub: the embedded PostgreSQL runs on Linux. Run ./hub inside WSL, or set HUB_DB_URL to a PostgreSQL. 1>&2
  exit /b 3
)
if "%1"=="demo" if not defined HUB_DB_URL (
  echo hub: the embedded PostgreSQL runs on Linux. Run ./hub inside WSL, or set HUB_DB_URL to a PostgreSQL. 1>&2
  exit /b 3
)
if not exist "%HUB_HOME%\routes\target\libraries" (
  pushd "%HUB_HOME%"
  call mvnw.cmd -q -B -Pfast package 1>&2 || exit /b 1
  popd
)
set "FLAGS=-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Djdk.serialFilter=!* -Djdk.xml.enableExtensionFunctions=false"
set "CITY=%HUB_HOME%\integration-tests\target\*;%HUB_HOME%\integration-tests\target\lib\*"
set "HUB=%HUB_HOME%\routes\target\libraries\*;%HUB_HOME%\routes\target\modules\*;%HUB_HOME%\routes\target\*"
if "%1"=="demo" ("%JAVA%" %FLAGS% -cp "%CITY%" lingnan.city.Demo %2 %3 %4 %5 %6 %7 %8 %9 & exit /b)
if "%1"=="bench" ("%JAVA%" %FLAGS% -cp "%CITY%" lingnan.city.Bench %2 %3 %4 %5 %6 %7 %8 %9 & exit /b)
"%JAVA%" %FLAGS% %HUB_JAVA_OPTS% -cp "%HUB%" lingnan.hub.command.Main %*
