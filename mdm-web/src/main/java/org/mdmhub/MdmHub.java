package org.mdmhub;

import org.mdmhub.web.launch.CannotStart;
import org.mdmhub.web.launch.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: the hub for real use, the demo, or a benchmark, as the command line says. */
@SpringBootApplication
public class MdmHub {

    /** Ends with a status other than 0 and one line where the hub cannot start. */
    public static void main(String[] args) {
        try {
            CommandLine.parse(args).run(MdmHub.class);
        } catch (CannotStart e) {
            System.err.println("mdm: " + e.getMessage());
            System.exit(1);
        }
    }
}
