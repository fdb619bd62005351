@echo off
rem Starts Sitewright from the folder that this file lies in.
setlocal EnableExtensions DisableDelayedExpansion
for %%I in ("%~dp0..") do set "DIST=%%~fI"
set "JAVA="

if defined JAVA_HOME call :consider "%JAVA_HOME%"
if not defined JAVA for /f "delims=" %%J in ('where java.exe 2^>nul') do call :consider "%%~dpJ.."
if not defined JAVA for /d %%D in (
  "%ProgramFiles%\Eclipse Adoptium\*"
  "%ProgramFiles%\Java\*"
  "%ProgramFiles%\Microsoft\jdk*"
  "%ProgramFiles%\Zulu\*"
  "%ProgramFiles%\BellSoft\*"
  "%ProgramFiles%\Amazon Corretto\*"
  "%LocalAppData%\Programs\Eclipse Adoptium\*"
  "%UserProfile%\.jdks\*"
) do call :consider "%%~fD"

if not defined JAVA (
  >&2 echo Sitewright needs Java 25 or newer, and none was found.
  >&2 echo Install one, for example Eclipse Temurin from https://adoptium.net/, and start again.
  >&2 echo When it is installed in an unusual place, set JAVA_HOME to its folder.
  exit /b 1
)

"%JAVA%" --module-path "%DIST%\lib\javafx" --add-modules javafx.controls,javafx.web ^
  --enable-native-access=ALL-UNNAMED,javafx.graphics,javafx.web --sun-misc-unsafe-memory-access=allow -XX:G1HeapRegionSize=16m ^
  "-Dsitewright.assets=%DIST%\assets" -classpath "%DIST%\lib\*" org.sitewright.app.Main %*
exit /b %ERRORLEVEL%

rem Takes the Java in folder %1 when it is new enough; its release file says so.
:consider
if defined JAVA exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
set "VERSION="
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do set "VERSION=%%~V"
if not defined VERSION exit /b 0
for /f "tokens=1 delims=.-+" %%M in ("%VERSION%") do set "VERSION=%%M"
if %VERSION% GEQ 25 set "JAVA=%~1\bin\java.exe"
exit /b 0
