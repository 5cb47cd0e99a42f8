; For one user, without an administrator: the program, a menu entry, and "Open with" for the files that it reads.
; No type of file is taken over: Windows asks which program it shall be.
;   makensis -DVERSION=0.1.0 -DFOLDER=folder-with-dateline.exe -DINSTALLER=setup.exe installer.nsi
Unicode true
Name "Dateline ${VERSION}"
OutFile "${INSTALLER}"
Icon "..\..\icon\dateline.ico"
UninstallIcon "..\..\icon\dateline.ico"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Dateline"
SetCompressor /SOLID lzma

!define CLASSES "Software\Classes"
!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Dateline"

!macro ForEachType DO
    !insertmacro ${DO} ".md"
    !insertmacro ${DO} ".txt"
    !insertmacro ${DO} ".html"
    !insertmacro ${DO} ".htm"
    !insertmacro ${DO} ".csv"
    !insertmacro ${DO} ".geojson"
    !insertmacro ${DO} ".kml"
    !insertmacro ${DO} ".kmz"
!macroend
!macro Offer TYPE
    WriteRegStr HKCU "${CLASSES}\${TYPE}\OpenWithProgids" "Dateline.Story" ""
    WriteRegStr HKCU "${CLASSES}\Applications\dateline.exe\SupportedTypes" "${TYPE}" ""
!macroend
!macro Withdraw TYPE
    DeleteRegValue HKCU "${CLASSES}\${TYPE}\OpenWithProgids" "Dateline.Story"
!macroend

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Section
    SetOutPath "$INSTDIR"
    File "${FOLDER}\dateline.exe"
    File "${FOLDER}\LICENSE-MIT.txt"
    File "${FOLDER}\LICENSE-APACHE.txt"
    File "${FOLDER}\third-party-licences.txt"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortCut "$SMPROGRAMS\Dateline.lnk" "$INSTDIR\dateline.exe"
    WriteRegStr HKCU "${CLASSES}\Dateline.Story" "" "Dateline story"
    WriteRegStr HKCU "${CLASSES}\Dateline.Story\DefaultIcon" "" "$INSTDIR\dateline.exe,0"
    WriteRegStr HKCU "${CLASSES}\Dateline.Story\shell\open\command" "" '"$INSTDIR\dateline.exe" "%1"'
    WriteRegStr HKCU "${CLASSES}\Applications\dateline.exe" "FriendlyAppName" "Dateline"
    WriteRegStr HKCU "${CLASSES}\Applications\dateline.exe\shell\open\command" "" '"$INSTDIR\dateline.exe" "%1"'
    !insertmacro ForEachType Offer
    WriteRegStr HKCU "${REMOVAL}" "DisplayName" "Dateline"
    WriteRegStr HKCU "${REMOVAL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${REMOVAL}" "DisplayIcon" "$INSTDIR\dateline.exe,0"
    WriteRegStr HKCU "${REMOVAL}" "Publisher" "The Dateline authors"
    WriteRegStr HKCU "${REMOVAL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegDWORD HKCU "${REMOVAL}" "NoModify" 1
    WriteRegDWORD HKCU "${REMOVAL}" "NoRepair" 1
SectionEnd

; The settings stay, in %APPDATA%\dateline.
Section Uninstall
    !insertmacro ForEachType Withdraw
    DeleteRegKey HKCU "${CLASSES}\Dateline.Story"
    DeleteRegKey HKCU "${CLASSES}\Applications\dateline.exe"
    DeleteRegKey HKCU "${REMOVAL}"
    Delete "$SMPROGRAMS\Dateline.lnk"
    Delete "$INSTDIR\dateline.exe"
    Delete "$INSTDIR\LICENSE-MIT.txt"
    Delete "$INSTDIR\LICENSE-APACHE.txt"
    Delete "$INSTDIR\third-party-licences.txt"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
SectionEnd
