/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "syl-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (SylApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SYL_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = syl_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
